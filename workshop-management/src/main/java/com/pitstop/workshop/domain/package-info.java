/** The rules of a workshop day. */
@NullMarked
package com.pitstop.workshop.domain;

import org.jspecify.annotations.NullMarked;
