/** How things stand with each routing slip: its row, its steps, its timers, what it waits for, and what is for a person to see to. */
@NullMarked
package com.pitstop.process.slips;

import org.jspecify.annotations.NullMarked;
