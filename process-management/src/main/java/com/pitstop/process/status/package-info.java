/** What a client and an operator are told of a routing slip: its status, its results, and what a cancellation would undo. */
@NullMarked
package com.pitstop.process.status;

import org.jspecify.annotations.NullMarked;
