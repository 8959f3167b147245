/** Who and what has a timeline, and how an event names them. */
@NullMarked
package com.pitstop.audit.subject;

import org.jspecify.annotations.NullMarked;
