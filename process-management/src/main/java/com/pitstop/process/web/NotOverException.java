package com.pitstop.process.web;

/** What came of a process was asked for while it is still running. */
class NotOverException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotOverException(String sentence) {
        super(sentence, null, false, false);
    }
}
