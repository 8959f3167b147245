/** What is kept for jobs, and becomes of it when they are over. */
@NullMarked
package com.pitstop.parts.jobs;

import org.jspecify.annotations.NullMarked;
