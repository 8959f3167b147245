/** What process management itself does when a routing slip asks for it. */
@NullMarked
package com.pitstop.process.activities;

import org.jspecify.annotations.NullMarked;
