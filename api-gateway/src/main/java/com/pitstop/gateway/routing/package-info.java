/** How a request reaches a service, and what happens when it does not. Which one it is for, the YAML says. */
@NullMarked
package com.pitstop.gateway.routing;

import org.jspecify.annotations.NullMarked;
