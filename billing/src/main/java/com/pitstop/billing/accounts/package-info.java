/** The billing accounts there are, to look up. */
@NullMarked
package com.pitstop.billing.accounts;

import org.jspecify.annotations.NullMarked;
