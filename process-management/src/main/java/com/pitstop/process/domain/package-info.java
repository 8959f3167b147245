/** What a routing slip is, and what may happen to it. */
@NullMarked
package com.pitstop.process.domain;

import org.jspecify.annotations.NullMarked;
