/** No command is answered that left no trace in the event store. */
@NullMarked
package com.pitstop.chassis.audit;

import org.jspecify.annotations.NullMarked;
