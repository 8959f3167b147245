/** Whom mails go to, and which of them they want. */
@NullMarked
package com.pitstop.notification.contacts;

import org.jspecify.annotations.NullMarked;
