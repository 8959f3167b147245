/** The HTTP API of vehicle management. */
@NullMarked
package com.pitstop.vehicle.web;

import org.jspecify.annotations.NullMarked;
