package io.costspan.smoke.foreign;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** Marks each span at its start, and tells of its end how an LLM call came out. */
final class ForeignProcessor implements SpanProcessor {
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("llm.outcome");

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    span.setAttribute("foreign", true);
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    String outcome = span.getAttribute(OUTCOME);
    if (outcome != null) {
      System.err.println("foreign|" + span.getName() + "|" + outcome);
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
