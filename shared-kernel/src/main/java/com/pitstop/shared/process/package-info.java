/**
 * What the contexts say to each other about work that takes several of them. A routing slip asks for a step by an event and
 * gets its answer by an event; neither side calls the other, and a request waits for a participant that is down.
 */
@NullMarked
package com.pitstop.shared.process;

import org.jspecify.annotations.NullMarked;
