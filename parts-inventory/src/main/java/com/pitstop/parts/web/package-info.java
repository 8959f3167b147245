/** The HTTP API of parts inventory. */
@NullMarked
package com.pitstop.parts.web;

import org.jspecify.annotations.NullMarked;
