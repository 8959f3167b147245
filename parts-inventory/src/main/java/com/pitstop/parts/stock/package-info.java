/** The parts with what there is of them, to look up, to search and to order. */
@NullMarked
package com.pitstop.parts.stock;

import org.jspecify.annotations.NullMarked;
