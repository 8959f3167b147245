/** Customer management: who the garage works for, and how to reach them. */
@NullMarked
package com.pitstop.customer;

import org.jspecify.annotations.NullMarked;
