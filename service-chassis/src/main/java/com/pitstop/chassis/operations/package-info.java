/** What an operator sees and does, on the management port. */
@NullMarked
package com.pitstop.chassis.operations;

import org.jspecify.annotations.NullMarked;
