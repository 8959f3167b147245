/** A chain of entries in which each seals the one before, and what can be told of one that was tampered with. */
@NullMarked
package com.pitstop.audit.chain;

import org.jspecify.annotations.NullMarked;
