/** What process management knows of the shelf, before anything is begun. */
@NullMarked
package com.pitstop.process.stock;

import org.jspecify.annotations.NullMarked;
