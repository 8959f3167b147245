package com.pitstop.process.definition;

import java.util.List;

/** The processes cannot work as they are defined. Names everything that is wrong. */
public class InvalidDefinitionsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidDefinitionsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
