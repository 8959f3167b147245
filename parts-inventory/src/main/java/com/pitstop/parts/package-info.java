/** Parts inventory, put together. */
@NullMarked
package com.pitstop.parts;

import org.jspecify.annotations.NullMarked;
