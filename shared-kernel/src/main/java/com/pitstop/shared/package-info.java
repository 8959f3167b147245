/** The published language of the garage: what one context may know of another. */
@NullMarked
package com.pitstop.shared;

import org.jspecify.annotations.NullMarked;
