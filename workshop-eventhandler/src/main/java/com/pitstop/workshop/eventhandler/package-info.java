/** Keeps the workshop's own picture of customers, vehicles and jobs up to date with what happened. */
@NullMarked
package com.pitstop.workshop.eventhandler;

import org.jspecify.annotations.NullMarked;
