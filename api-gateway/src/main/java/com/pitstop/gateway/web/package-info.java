/** What holds for every request, wherever it goes: correlation ids, limits, problems. */
@NullMarked
package com.pitstop.gateway.web;

import org.jspecify.annotations.NullMarked;
