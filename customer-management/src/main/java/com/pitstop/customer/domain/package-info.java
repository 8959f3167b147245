/** What may happen to a customer. */
@NullMarked
package com.pitstop.customer.domain;

import org.jspecify.annotations.NullMarked;
