package com.pitstop.audit.chain;

/** Is everything as it was recorded? */
public record VerifyChain() {}
