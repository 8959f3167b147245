/** How those who are asked for steps are doing, and who is to be left alone for a while. */
@NullMarked
package com.pitstop.process.participants;

import org.jspecify.annotations.NullMarked;
