/** Vehicle management: which vehicles are in the care of the garage, and whose they are. */
@NullMarked
package com.pitstop.vehicle;

import org.jspecify.annotations.NullMarked;
