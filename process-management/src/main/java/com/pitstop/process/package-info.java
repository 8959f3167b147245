/** Process management. */
@NullMarked
package com.pitstop.process;

import org.jspecify.annotations.NullMarked;
