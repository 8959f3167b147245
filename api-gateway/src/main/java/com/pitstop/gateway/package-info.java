/** The one public address of the garage when its services run apart. It knows paths and services, no garage. */
@NullMarked
package com.pitstop.gateway;

import org.jspecify.annotations.NullMarked;
