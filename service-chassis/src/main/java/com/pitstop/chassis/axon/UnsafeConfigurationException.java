package com.pitstop.chassis.axon;

import java.util.List;

/** The service is set up in a way that could lose events. Names every such way. */
public class UnsafeConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnsafeConfigurationException(List<String> dangers) {
        super(String.join(System.lineSeparator(), dangers));
    }
}
