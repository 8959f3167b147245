/** What the workshop does for routing slips. */
@NullMarked
package com.pitstop.workshop.activities;

import org.jspecify.annotations.NullMarked;
