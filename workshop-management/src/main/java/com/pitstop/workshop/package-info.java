/** Plans what happens in the workshop, day by day. */
@NullMarked
package com.pitstop.workshop;

import org.jspecify.annotations.NullMarked;
