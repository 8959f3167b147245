/** The whole garage in one process. */
@NullMarked
package com.pitstop.allinone;

import org.jspecify.annotations.NullMarked;
