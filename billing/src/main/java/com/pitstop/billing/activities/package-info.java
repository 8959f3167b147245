/** What billing does for routing slips. */
@NullMarked
package com.pitstop.billing.activities;

import org.jspecify.annotations.NullMarked;
