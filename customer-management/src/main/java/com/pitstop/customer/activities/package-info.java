/** What customer management does for routing slips. */
@NullMarked
package com.pitstop.customer.activities;

import org.jspecify.annotations.NullMarked;
