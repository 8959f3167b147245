/** The workshop's part of the HTTP API. */
@NullMarked
package com.pitstop.workshop.web;

import org.jspecify.annotations.NullMarked;
