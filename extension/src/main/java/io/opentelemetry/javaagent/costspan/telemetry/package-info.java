/**
 * What leaves the JVM: one span, metrics and a ledger event per call. Every name stands in {@code
 * Names}; what the metrics add up to is what the ledger events add up to.
 */
package io.opentelemetry.javaagent.costspan.telemetry;
