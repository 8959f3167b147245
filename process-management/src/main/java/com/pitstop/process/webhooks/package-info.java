/** Who wants to be told of a routing slip, and what they are told, by signed requests to an address of theirs. */
@NullMarked
package com.pitstop.process.webhooks;

import org.jspecify.annotations.NullMarked;
