/** What clients say to begin a process, and all that may be wrong with it. */
@NullMarked
package com.pitstop.process.intake;

import org.jspecify.annotations.NullMarked;
