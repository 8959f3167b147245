/** What notification tells the other contexts. */
@NullMarked
package com.pitstop.shared.notification;

import org.jspecify.annotations.NullMarked;
