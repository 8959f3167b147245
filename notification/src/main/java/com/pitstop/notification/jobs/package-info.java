/** The jobs that customers may hear of. */
@NullMarked
package com.pitstop.notification.jobs;

import org.jspecify.annotations.NullMarked;
