/** The audit trail: the chain as events make it and as it is stored. */
@NullMarked
package com.pitstop.audit.trail;

import org.jspecify.annotations.NullMarked;
