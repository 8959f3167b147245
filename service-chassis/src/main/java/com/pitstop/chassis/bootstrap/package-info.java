/** How a service starts: its defaults, and what it says when it cannot. */
@NullMarked
package com.pitstop.chassis.bootstrap;

import org.jspecify.annotations.NullMarked;
