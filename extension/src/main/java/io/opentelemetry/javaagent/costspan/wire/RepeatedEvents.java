package io.opentelemetry.javaagent.costspan.wire;

import org.jspecify.annotations.Nullable;

/**
 * Tells events that repeat what the one before said, and learns what such look like. Where events
 * differ in what is read, it soon gives up. Not thread-safe.
 */
final class RepeatedEvents {

  private static final byte[] NO_BYTES = {};
  private static final int MAX_IN_VAIN = 8;

  private final int maxInVain;
  private @Nullable EventTemplate template;
  private int inVain;

  // The event that is being parsed, where all of it is here; only until it ends.
  private byte[] bytes = NO_BYTES;
  private int from;
  private int to;

  private RepeatedEvents(int maxInVain) {
    this.maxInVain = maxInVain;
  }

  static RepeatedEvents learning() {
    return new RepeatedEvents(MAX_IN_VAIN);
  }

  /** For whoever reads all of each event: none repeats another. */
  static RepeatedEvents none() {
    return new RepeatedEvents(0);
  }

  /** Whether an event that is all here says what the one that was learnt said. */
  boolean has(String name, byte[] event, int start, int end) {
    if (isLearnt() && template().matches(name, event, start, end)) {
      inVain = 0;
      return true;
    }
    bytes = event;
    from = start;
    to = end;
    return false;
  }

  /** Whether there is an event that others may repeat. */
  boolean isLearnt() {
    return template != null && template.isThere();
  }

  void forget() {
    if (template != null) {
      template.forget();
    }
  }

  /** Learns the event that ends, should all of it be here. */
  void learn(String name, IgnoredScalars ignored) {
    if (from < to && inVain < maxInVain) {
      inVain++;
      template().remember(name, bytes, from, to, ignored);
    }
  }

  /** The bytes are the application's. */
  void letGo() {
    if (template != null) {
      template.letGo();
    }
    letGoOfEvent();
  }

  /** An event has ended. */
  void letGoOfEvent() {
    bytes = NO_BYTES;
    from = 0;
    to = 0;
  }

  private EventTemplate template() {
    if (template == null) {
      template = new EventTemplate();
    }
    return template;
  }
}
