/** What the inventory does of itself when something happened elsewhere. */
@NullMarked
package com.pitstop.parts.policy;

import org.jspecify.annotations.NullMarked;
