/** What process management does of itself when something happened elsewhere. */
@NullMarked
package com.pitstop.process.policy;

import org.jspecify.annotations.NullMarked;
