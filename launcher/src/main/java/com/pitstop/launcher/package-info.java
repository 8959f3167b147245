/** Runs the services beside each other on one machine, as the containers of {@code docker-compose.yml} would. */
@NullMarked
package com.pitstop.launcher;

import org.jspecify.annotations.NullMarked;
