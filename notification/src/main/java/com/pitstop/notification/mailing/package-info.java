/** What customers are written about, and when. */
@NullMarked
package com.pitstop.notification.mailing;

import org.jspecify.annotations.NullMarked;
