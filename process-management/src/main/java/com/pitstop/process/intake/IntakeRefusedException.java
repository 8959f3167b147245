package com.pitstop.process.intake;

import java.util.List;

/** A request that cannot begin a process. Names every field that is wrong. */
public class IntakeRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<FieldError> errors;
    private final boolean onlyForPayment;

    IntakeRefusedException(List<FieldError> errors, boolean onlyForPayment) {
        super("The request is not valid", null, false, false);
        this.errors = List.copyOf(errors);
        this.onlyForPayment = onlyForPayment;
    }

    /** For what is wrong with fields, and not with how to pay. */
    public IntakeRefusedException(List<FieldError> errors) {
        this(errors, false);
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Whether all that is missing is a way to pay. */
    public boolean isOnlyForPayment() {
        return onlyForPayment;
    }
}
