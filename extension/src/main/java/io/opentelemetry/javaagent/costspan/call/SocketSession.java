package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.javaagent.costspan.wire.SocketEvent;
import org.jspecify.annotations.Nullable;

/** What the calls of a connection share, as far as it is known by now. Thread-safe. */
final class SocketSession {

  private volatile @Nullable String model;
  private volatile @Nullable String transcriber;

  SocketSession(@Nullable String model) {
    this.model = model;
  }

  void learn(SocketEvent event) {
    if (event.model() != null) {
      model = event.model();
    }
    if (event.transcriber() != null || event.tellsWholeSession()) {
      transcriber = event.transcriber();
    }
  }

  /** The model that a call asks for which names none itself. */
  @Nullable
  String modelOf(SocketEvent event) {
    return event.isOfTranscription() ? transcriber : model;
  }
}
