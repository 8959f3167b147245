/** The vehicles as they are now, to look up and to search. */
@NullMarked
package com.pitstop.vehicle.registry;

import org.jspecify.annotations.NullMarked;
