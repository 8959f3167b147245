/** What billing tells the other contexts. */
@NullMarked
package com.pitstop.shared.billing;

import org.jspecify.annotations.NullMarked;
