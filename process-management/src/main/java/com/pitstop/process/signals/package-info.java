/** What slips wait for from outside, and who tells them. */
@NullMarked
package com.pitstop.process.signals;

import org.jspecify.annotations.NullMarked;
