/** The mails that were written, and what became of them. */
@NullMarked
package com.pitstop.notification.outbox;

import org.jspecify.annotations.NullMarked;
