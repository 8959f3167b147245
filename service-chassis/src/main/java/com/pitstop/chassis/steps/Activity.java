package com.pitstop.chassis.steps;

/**
 * Something that a context does when a routing slip asks for it, by commands of its own. Whatever is refused on the way is
 * the answer.
 *
 * <p>The same step may be asked for more than once, because no answer came or nobody knows of it. What it makes takes its
 * id from {@link Step#id()} or from the arguments, so that doing it again changes nothing and is answered alike.
 */
public interface Activity {

    /** In kebab-case, as slips name it. */
    String name();

    Reply perform(Step step);

    /** Undoes what this step did, and nothing that was there before it. Nothing to undo is a success as well. */
    Reply undo(Step step);

    /** Answers as {@link #perform} did if the step was done, else {@link Reply#notDone()}. Changes nothing. */
    Reply outcome(Step step);
}
