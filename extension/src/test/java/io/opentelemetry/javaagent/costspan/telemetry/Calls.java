package io.opentelemetry.javaagent.costspan.telemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;

/** Calls as the wire formats would tell of them. */
final class Calls {

  private Calls() {}

  static CallStart chat(String model) {
    return chat(model, Context.root());
  }

  static CallStart chat(String model, Context parent) {
    return chat(RequestFacts.builder().model(model).build(), parent);
  }

  static CallStart chat(RequestFacts request, Context parent) {
    return CallStart.of("chat", "openai", request, "api.openai.com", 443, parent);
  }

  /** 1,000 input tokens of which 400 cached, 100 output tokens of which 30 reasoning. */
  static CallEnd cachedAnswer() {
    return success(cachedFacts());
  }

  static ResponseFacts.Builder cachedFacts() {
    ResponseFacts.Builder facts =
        ResponseFacts.builder().id("chatcmpl-1").model("gpt-flat-2026-01-01").finishReason("stop");
    facts
        .usage()
        .set(Count.INPUT, 1_000)
        .set(Count.CACHE_READ, 400)
        .set(Count.OUTPUT, 100)
        .set(Count.REASONING, 30);
    return facts;
  }

  static CallEnd success(ResponseFacts.Builder facts) {
    return CallEnd.builder(facts.build(UsageStatus.MEASURED), Outcome.SUCCESS).build();
  }

  /** An answer that reports these totals and nothing else. */
  static CallEnd answer(long input, long output) {
    ResponseFacts.Builder facts = ResponseFacts.builder().model("gpt-flat-2026-01-01");
    facts.usage().set(Count.INPUT, input).set(Count.OUTPUT, output);
    return success(facts);
  }

  static ResponseFacts nothing() {
    return ResponseFacts.builder().build(UsageStatus.ABSENT);
  }

  /** A call that the provider refused. */
  static CallEnd refused(Outcome outcome, String errorType) {
    return CallEnd.builder(nothing(), outcome)
        .errorType(errorType)
        .billable(false)
        .build();
  }
}
