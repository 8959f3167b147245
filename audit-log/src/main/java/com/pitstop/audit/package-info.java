/** The audit log: who did what, when and why, and whether that is still what was recorded. */
@NullMarked
package com.pitstop.audit;

import org.jspecify.annotations.NullMarked;
