/** What parts inventory tells the other contexts. */
@NullMarked
package com.pitstop.shared.parts;

import org.jspecify.annotations.NullMarked;
