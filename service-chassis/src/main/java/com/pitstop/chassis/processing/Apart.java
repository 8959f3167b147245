package com.pitstop.chassis.processing;

/** Runs work whose every event is handled in a transaction of its own, so that one that fails spoils no other. */
public final class Apart {

    private Apart() {}

    public static void run(Runnable work) {
        OneByOne.runApart(work);
    }
}
