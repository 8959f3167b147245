/** What the inventory does for routing slips. */
@NullMarked
package com.pitstop.parts.activities;

import org.jspecify.annotations.NullMarked;
