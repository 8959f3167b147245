/** What mails say. */
@NullMarked
package com.pitstop.notification.texts;

import org.jspecify.annotations.NullMarked;
