package com.pitstop.process.status;

import java.util.UUID;

/** What would a cancellation of this routing slip undo? */
public record FindCompensationPreview(UUID trackingNumber) {}
