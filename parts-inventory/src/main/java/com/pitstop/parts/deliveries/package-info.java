/** What was ordered from suppliers, and what became of it. */
@NullMarked
package com.pitstop.parts.deliveries;

import org.jspecify.annotations.NullMarked;
