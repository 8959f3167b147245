/** What the garage may decide about a part and its stock. */
@NullMarked
package com.pitstop.parts.domain;

import org.jspecify.annotations.NullMarked;
