/** Where all services meet: the events, in a database that they share or, in one process, in its own. */
@NullMarked
package com.pitstop.chassis.hub;

import org.jspecify.annotations.NullMarked;
