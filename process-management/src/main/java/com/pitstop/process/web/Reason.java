package com.pitstop.process.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.pitstop.shared.OneLine;

/** Why somebody steps in, for the record. */
record Reason(
        @NotBlank @Size(max = 500) @Pattern(regexp = OneLine.PATTERN, message = OneLine.MESSAGE)
        String reason) {}
