/** What the workshop tells the other contexts. */
@NullMarked
package com.pitstop.shared.workshop;

import org.jspecify.annotations.NullMarked;
