/** Measures the garage as it is shipped; the one thing added is a plain insert to compare with. */
@NullMarked
package com.pitstop.benchmarks;

import org.jspecify.annotations.NullMarked;
