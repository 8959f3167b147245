/** How events reach the read models, and what becomes of those that fail. */
@NullMarked
package com.pitstop.chassis.processing;

import org.jspecify.annotations.NullMarked;
