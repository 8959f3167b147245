/** Who is asked for steps, and whether somebody wishes that they are not. */
@NullMarked
package com.pitstop.process.domain.participant;

import org.jspecify.annotations.NullMarked;
