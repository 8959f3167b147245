/** The service's own database: a schema per module, each with its own migrations. */
@NullMarked
package com.pitstop.chassis.persistence;

import org.jspecify.annotations.NullMarked;
