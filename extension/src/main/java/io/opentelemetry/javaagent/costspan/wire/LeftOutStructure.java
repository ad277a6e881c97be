package io.opentelemetry.javaagent.costspan.wire;

/**
 * An object or array that nobody reads, passed over as its bytes are pushed in: only brackets are
 * counted, and strings known. Not thread-safe.
 */
final class LeftOutStructure {

  private static final byte QUOTE = 1;
  private static final byte OPENS = 2;
  private static final byte CLOSES = 3;
  private static final byte[] KINDS = new byte[256];

  static {
    KINDS['"'] = QUOTE;
    KINDS['{'] = OPENS;
    KINDS['['] = OPENS;
    KINDS['}'] = CLOSES;
    KINDS[']'] = CLOSES;
  }

  private final LeftOutString string;
  private int depth;
  private boolean inString;

  /**
   * @param string passes over those in it
   */
  LeftOutStructure(LeftOutString string) {
    this.string = string;
  }

  /** Its opening bracket has passed; whatever the one before left unfinished. */
  void begins() {
    depth = 1;
    inString = false;
  }

  /** Passes over what stands before its end; returns where its closing bracket is, or to. */
  int feed(byte[] bytes, int from, int to) {
    int at = inString ? behindString(bytes, from, to) : from;
    while (at < to) {
      byte kind = KINDS[bytes[at] & 0xFF];
      if (kind == QUOTE) {
        string.begins();
        at = behindString(bytes, at + 1, to);
        continue;
      }
      if (kind == OPENS) {
        depth++;
      } else if (kind == CLOSES && --depth == 0) {
        return at;
      }
      at++;
    }
    return to;
  }

  private int behindString(byte[] bytes, int from, int to) {
    int end = string.feed(bytes, from, to);
    inString = end == to;
    return inString ? to : end + 1;
  }
}
