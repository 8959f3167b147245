package com.pitstop.audit.subject;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** A customer, a vehicle or a job, by its own id. */
@Embeddable
public record Subject(@Enumerated(EnumType.STRING) SubjectKind kind, String id) {}
