/** What happened to the pieces of a part, one after the other. */
@NullMarked
package com.pitstop.parts.movements;

import org.jspecify.annotations.NullMarked;
