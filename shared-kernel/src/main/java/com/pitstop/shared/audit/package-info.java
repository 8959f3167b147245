/** What every context records of its commands. */
@NullMarked
package com.pitstop.shared.audit;

import org.jspecify.annotations.NullMarked;
