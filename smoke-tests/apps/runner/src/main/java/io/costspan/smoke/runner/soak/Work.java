package io.costspan.smoke.runner.soak;

import java.util.List;

/**
 * What one thread does at a time: calls for one payer, one after the other.
 *
 * @param inSpan whether below a span of the application's, which is the root of a trace
 */
public record Work(long number, Payer payer, boolean inSpan, List<Call> calls) {}
