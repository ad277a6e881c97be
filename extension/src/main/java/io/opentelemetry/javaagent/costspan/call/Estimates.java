package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.javaagent.costspan.telemetry.Failures;
import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.wire.TokenEstimate;
import io.opentelemetry.javaagent.costspan.wire.Vocabularies;
import io.opentelemetry.javaagent.costspan.wire.WireFormat;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Begins to estimate the calls whose usage nobody will tell. Never throws. */
final class Estimates {

  private final @Nullable Vocabularies vocabularies;
  private final Failures failures;

  /**
   * @param vocabularies null to estimate nothing
   */
  Estimates(@Nullable Vocabularies vocabularies, Failures failures) {
    this.vocabularies = vocabularies;
    this.failures = failures;
  }

  /** The estimate of a call, its prompt counted; null where it tells its usage or cannot be counted. */
  @Nullable
  TokenEstimate of(WireRequest request, WireFormat format, String provider, RequestFacts facts) {
    if (vocabularies == null || !facts.isStreaming() || facts.asksUsage()) {
      return null;
    }
    try {
      TokenEstimate.Draft draft = format.estimate(provider, facts, vocabularies);
      return draft == null ? null : read(request, draft);
    } catch (Throwable t) {
      failures.count("wire", t);
      return null;
    }
  }

  /** Once more, for its texts: whether it streams, and which model it asks, may stand behind them. */
  private @Nullable TokenEstimate read(WireRequest request, TokenEstimate.Draft draft)
      throws IOException {
    request.writeJsonTo(new ReaderStream(draft::feed));
    Throwable failure = draft.failure();
    if (failure != null) {
      failures.count("wire", failure);
    }
    return draft.build();
  }
}
