/** How billing talks to who moves the money of cards. */
@NullMarked
package com.pitstop.billing.provider;

import org.jspecify.annotations.NullMarked;
