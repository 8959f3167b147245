/** What customer management tells the other contexts. */
@NullMarked
package com.pitstop.shared.customer;

import org.jspecify.annotations.NullMarked;
