/** Orders of repairs, which the garage confirms or rejects. */
@NullMarked
package com.pitstop.process.domain.order;

import org.jspecify.annotations.NullMarked;
