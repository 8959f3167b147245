/** What process management knows of customers: who has which mail address. */
@NullMarked
package com.pitstop.process.customers;

import org.jspecify.annotations.NullMarked;
