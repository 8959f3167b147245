/** What the planning board shows: days, their jobs, and what was done to a vehicle. */
@NullMarked
package com.pitstop.workshop.planning;

import org.jspecify.annotations.NullMarked;
