/** HTTP as every service speaks it: problems, correlation ids, preferences. */
@NullMarked
package com.pitstop.chassis.web;

import org.jspecify.annotations.NullMarked;
