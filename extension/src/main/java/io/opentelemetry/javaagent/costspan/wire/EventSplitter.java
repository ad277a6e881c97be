package io.opentelemetry.javaagent.costspan.wire;

/** Cuts a stream into events as its bytes are pushed in. Not thread-safe. */
interface EventSplitter {

  /** Takes the events. */
  interface Listener {

    /** A piece of the current event's data. */
    void data(byte[] bytes, int from, int to);

    /**
     * Whether an event says what the one before said. Its data is all here then, and is not handed
     * over; it ends before the bytes are gone.
     */
    default boolean repeats(byte[] bytes, int from, int to) {
      return false;
    }

    /** The end of an event that had data. */
    void eventEnds();
  }

  void feed(byte[] bytes, int from, int to);

  /** Ends the last event, should what marks its end be missing. */
  void endOfInput();

  /** What the current event was sent as, {@code event: error} for one; empty when it has no name. */
  String eventName();
}
