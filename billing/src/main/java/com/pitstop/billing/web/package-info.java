/** The HTTP API of billing. */
@NullMarked
package com.pitstop.billing.web;

import org.jspecify.annotations.NullMarked;
