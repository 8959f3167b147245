/** How mails leave. */
@NullMarked
package com.pitstop.notification.sending;

import org.jspecify.annotations.NullMarked;
