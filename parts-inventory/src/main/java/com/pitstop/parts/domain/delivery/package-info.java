/** What the garage may decide about a delivery. */
@NullMarked
package com.pitstop.parts.domain.delivery;

import org.jspecify.annotations.NullMarked;
