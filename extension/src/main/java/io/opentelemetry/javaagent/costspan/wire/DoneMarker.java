package io.opentelemetry.javaagent.costspan.wire;

/** Recognises {@code [DONE]}, the event with which OpenAI's streams end and which is not JSON. */
final class DoneMarker {

  static final byte[] BYTES = {'[', 'D', 'O', 'N', 'E', ']'};

  private int matched;
  private boolean ruledOut;

  /** Takes what of the range still fits the marker; returns the index of the first byte that does not. */
  int advance(byte[] bytes, int from, int to) {
    int at = from;
    while (!ruledOut && matched < BYTES.length && at < to && bytes[at] == BYTES[matched]) {
      matched++;
      at++;
    }
    return at;
  }

  boolean isRead() {
    return matched == BYTES.length;
  }

  /** Says that the event is not the marker; returns how many bytes of it were taken before that. */
  int ruleOut() {
    int taken = matched;
    matched = 0;
    ruledOut = true;
    return taken;
  }

  /** Starts anew with the next event. */
  void reset() {
    matched = 0;
    ruledOut = false;
  }
}
