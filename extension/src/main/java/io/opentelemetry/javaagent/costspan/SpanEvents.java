package io.opentelemetry.javaagent.costspan;

import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.action.Actions;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.EventData;
import java.util.List;

/**
 * Hears of the events of every sampled span when it ends. Who pays is told by what is current then:
 * the span's own context is not kept for all spans of an application.
 */
final class SpanEvents implements SpanProcessor {

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {}

  @Override
  public boolean isStartRequired() {
    return false;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    List<EventData> events = span.toSpanData().getEvents();
    for (int i = 0; i < events.size(); i++) {
      Actions.happened(Context.current(), events.get(i).getName());
    }
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
