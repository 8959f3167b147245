/** What happened to a routing slip, one thing after the other. */
@NullMarked
package com.pitstop.process.timeline;

import org.jspecify.annotations.NullMarked;
