/** What vehicle management does for routing slips. */
@NullMarked
package com.pitstop.vehicle.activities;

import org.jspecify.annotations.NullMarked;
