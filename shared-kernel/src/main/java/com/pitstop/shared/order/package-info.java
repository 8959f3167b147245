/** What the contexts say about orders of repairs. */
@NullMarked
package com.pitstop.shared.order;

import org.jspecify.annotations.NullMarked;
