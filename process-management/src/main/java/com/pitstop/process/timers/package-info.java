/** What is to happen on a slip when its time has come. */
@NullMarked
package com.pitstop.process.timers;

import org.jspecify.annotations.NullMarked;
