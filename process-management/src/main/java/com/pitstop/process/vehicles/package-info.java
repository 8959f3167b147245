/** What is known of vehicles. */
@NullMarked
package com.pitstop.process.vehicles;

import org.jspecify.annotations.NullMarked;
