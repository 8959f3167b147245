/** Work that no event leads to. */
@NullMarked
package com.pitstop.chassis.rounds;

import org.jspecify.annotations.NullMarked;
