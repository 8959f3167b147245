/** What is agreed with a customer on how to pay. */
@NullMarked
package com.pitstop.billing.domain.account;

import org.jspecify.annotations.NullMarked;
