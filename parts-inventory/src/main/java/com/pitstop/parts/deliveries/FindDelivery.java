package com.pitstop.parts.deliveries;

import java.util.UUID;

/** What has become of this delivery? */
public record FindDelivery(UUID deliveryId) {}
