/** Invoices as they are printed and sent: by billing, which shows them, and by whoever mails them. */
@NullMarked
package com.pitstop.paper;

import org.jspecify.annotations.NullMarked;
