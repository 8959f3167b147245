/** The customers as they are now, to look up and to search. */
@NullMarked
package com.pitstop.customer.registry;

import org.jspecify.annotations.NullMarked;
