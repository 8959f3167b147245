package com.pitstop.process.status;

import java.util.UUID;

/** What came of this onboarding? */
public record FindOnboardingResults(UUID trackingNumber) {}
