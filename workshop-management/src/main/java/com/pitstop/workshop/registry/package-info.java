/** What the workshop itself knows of customers and vehicles. */
@NullMarked
package com.pitstop.workshop.registry;

import org.jspecify.annotations.NullMarked;
