/** What can be asked of the audit trail, and the answers. */
@NullMarked
package com.pitstop.audit.search;

import org.jspecify.annotations.NullMarked;
