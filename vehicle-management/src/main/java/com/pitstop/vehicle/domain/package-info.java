/** What may happen to a vehicle on paper. */
@NullMarked
package com.pitstop.vehicle.domain;

import org.jspecify.annotations.NullMarked;
