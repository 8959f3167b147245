/** What vehicle management tells the other contexts. */
@NullMarked
package com.pitstop.shared.vehicle;

import org.jspecify.annotations.NullMarked;
