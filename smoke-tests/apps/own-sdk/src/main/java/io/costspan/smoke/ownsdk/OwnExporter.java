package io.costspan.smoke.ownsdk;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keeps the application's own spans, and prints them in the end without what differs between runs. */
final class OwnExporter implements SpanExporter {
  private final List<SpanData> spans = new ArrayList<>();

  @Override
  public synchronized CompletableResultCode export(Collection<SpanData> more) {
    spans.addAll(more);
    return CompletableResultCode.ofSuccess();
  }

  synchronized void report() {
    for (SpanData span : spans) {
      System.out.println("own|" + span.getName() + "|below " + parent(span) + "|"
          + span.getAttributes().asMap() + "|" + span.getStatus() + "|"
          + span.getInstrumentationScopeInfo().getName());
    }
  }

  private String parent(SpanData span) {
    return !span.getParentSpanContext().isValid()
        ? "nobody"
        : spans.stream()
            .filter(other -> other.getSpanContext().equals(span.getParentSpanContext()))
            .map(SpanData::getName)
            .findFirst()
            .orElse("a stranger");
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
