package io.opentelemetry.javaagent.costspan.wire;

/**
 * What is left of a JSON string of which nobody reads more, passed over as its bytes are pushed in:
 * only escapes are known, since a quote in one does not end it. Not thread-safe.
 */
final class LeftOutString {

  private final ByteScan scan;
  private boolean afterBackslash;

  LeftOutString(ByteScan scan) {
    this.scan = scan;
  }

  /** The next byte is one of the string, and no escaped one; whatever came before. */
  void begins() {
    afterBackslash = false;
  }

  /** Passes over what stands before its end; returns where its closing quote is, or to. */
  int feed(byte[] bytes, int from, int to) {
    int at = from;
    if (afterBackslash && at < to) {
      afterBackslash = false;
      at++;
    }
    at = scan.find(bytes, at, to, '"', '\\');
    while (at < to && bytes[at] == '\\') {
      if (at + 1 == to) {
        afterBackslash = true;
        return to;
      }
      at = scan.find(bytes, at + 2, to, '"', '\\');
    }
    return at;
  }
}
