/** Older revisions of the published language, made into what they are now, for whoever reads them. */
@NullMarked
package com.pitstop.chassis.history;

import org.jspecify.annotations.NullMarked;
