/**
 * The command line of the jar: what would a call cost and why, and what do the prices say. Runs
 * without the agent and without OpenTelemetry.
 */
package io.opentelemetry.javaagent.costspan.cli;
