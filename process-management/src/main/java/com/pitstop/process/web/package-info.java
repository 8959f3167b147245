/** The HTTP API of processes. */
@NullMarked
package com.pitstop.process.web;

import org.jspecify.annotations.NullMarked;
