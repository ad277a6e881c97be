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

  private final ByteScan scan;
  private int depth;
  private boolean inString;
  private boolean afterBackslash;

  LeftOutStructure(ByteScan scan) {
    this.scan = scan;
  }

  /** Its opening bracket has passed; whatever the one before left unfinished. */
  void begins() {
    depth = 1;
    inString = false;
    afterBackslash = false;
  }

  /** Passes over what stands before its end; returns where its closing bracket is, or to. */
  int feed(byte[] bytes, int from, int to) {
    int at = inString ? endOfString(bytes, from, to) : from;
    while (at < to) {
      byte kind = KINDS[bytes[at] & 0xFF];
      if (kind == QUOTE) {
        inString = true;
        at = endOfString(bytes, at + 1, to);
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

  /** Where what follows the string begins. */
  private int endOfString(byte[] bytes, int from, int to) {
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
    if (at == to) {
      return to;
    }
    inString = false;
    return at + 1;
  }
}
