package com.pitstop.chassis.processing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How event processors work.
 *
 * @param batchSize events per transaction
 * @param segments parts that a processor's work is divided into when it first starts, each in sequence by aggregate; on an
 *     embedded database, which has one process, at most one per thread
 * @param threads threads that handle events, per processor
 * @param parkedSequences aggregates whose events may be parked before their processor stops
 */
@Validated
@ConfigurationProperties("pitstop.processing")
public record ProcessingSettings(
        @DefaultValue("250") @Min(1) @Max(10_000) int batchSize,
        @DefaultValue("4") @Min(1) @Max(64) int segments,
        @DefaultValue("2") @Min(1) @Max(64) int threads,
        @DefaultValue("1024") @Min(128) @Max(1_000_000) int parkedSequences) {}
