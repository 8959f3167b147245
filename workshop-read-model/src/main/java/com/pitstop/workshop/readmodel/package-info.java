/** What the workshop knows of customers, vehicles and jobs, as rows. */
@NullMarked
package com.pitstop.workshop.readmodel;

import org.jspecify.annotations.NullMarked;
