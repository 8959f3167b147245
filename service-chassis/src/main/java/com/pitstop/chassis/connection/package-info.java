/** What the log says of connections that are lost. */
@NullMarked
package com.pitstop.chassis.connection;

import org.jspecify.annotations.NullMarked;
