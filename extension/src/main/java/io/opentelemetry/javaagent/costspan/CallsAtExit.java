package io.opentelemetry.javaagent.costspan;

import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/**
 * Ends the calls that are under way when the SDK shuts down. A processor, and the first one, since
 * spans are shut down before metrics and logs, and in the order of their processors: whatever ends
 * here is still exported. Hears of no span.
 */
final class CallsAtExit implements SpanProcessor {

  @Override
  public CompletableResultCode shutdown() {
    LlmCalls.reapAll();
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {}

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
