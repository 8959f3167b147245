package com.pitstop.chassis.hub;

/** Tells other processes that something was appended. Nobody relies on it: who hears nothing looks once a second. */
interface Doorbell extends AutoCloseable {

    /** For a store that nobody else appends to. */
    Doorbell NONE = new Doorbell() {
        @Override
        public void open(Runnable rung) {}

        @Override
        public void ring() {}

        @Override
        public void close() {}
    };

    /** Listens from now on. */
    void open(Runnable rung);

    /** After an append was committed. Does not wait for anything. */
    void ring();

    @Override
    void close();
}
