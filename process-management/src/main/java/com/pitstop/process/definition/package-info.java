/** Which processes there are, and what a routing slip of each looks like. */
@NullMarked
package com.pitstop.process.definition;

import org.jspecify.annotations.NullMarked;
