/** The HTTP API of the audit log. */
@NullMarked
package com.pitstop.audit.web;

import org.jspecify.annotations.NullMarked;
