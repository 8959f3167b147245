/** The HTTP API of customer management. */
@NullMarked
package com.pitstop.customer.web;

import org.jspecify.annotations.NullMarked;
