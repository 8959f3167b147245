/** What is kept for whom, and the end of what is kept for too long. */
@NullMarked
package com.pitstop.parts.reservations;

import org.jspecify.annotations.NullMarked;
