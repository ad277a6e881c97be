package io.costspan.smoke;

import io.costspan.testbed.provider.ProviderServer;
import io.costspan.testbed.wire.RawRequest;
import io.costspan.testbed.wire.Recording;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a provider answered to the first call, for whoever plays it to every call. */
final class RecordedAnswer implements AutoCloseable {
  private final ProviderServer provider = ProviderServer.start();
  private @Nullable Recording recording;

  /** Recorded now, if this is the first request. */
  synchronized Recording to(RawRequest request) {
    if (recording == null) {
      recording = Recording.of(provider.anthropicBaseUrl(), request);
    }
    return recording;
  }

  synchronized Recording recording() {
    if (recording == null) {
      throw new IllegalStateException("nobody has called");
    }
    return recording;
  }

  /** Of the one answer. */
  BigDecimal billUsd() {
    return provider.ledger().invoicedUsd();
  }

  @Override
  public void close() {
    provider.close();
  }
}
