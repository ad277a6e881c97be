package io.opentelemetry.javaagent.costspan.wire;

import java.nio.ByteBuffer;

/**
 * An event of a stream, and where another one may differ from it and say the same to us. The chunks
 * of an answer are alike but for the text, which nobody reads: what was parsed once need only be
 * compared. Not thread-safe.
 */
final class EventTemplate {

  /** Longer events are parsed each time. */
  private static final int MAX_BYTES = 1024;

  /** How much longer the next event may be without an array of its own. */
  private static final int MORE = 32;

  private static final int MAX_GAPS = 8;

  private static final byte[] NO_BYTES = {};

  private final ByteScan scan = new ByteScan();
  private byte[] bytes = NO_BYTES;
  private ByteBuffer words = ByteScan.wordsOf(bytes);

  /** Where each gap begins and ends, one after the other. */
  private final int[] gaps = new int[2 * MAX_GAPS];

  private int gapEnds;
  private String eventName = "";
  private int length;

  private final IgnoredScalars found = new IgnoredScalars();

  /** Whether there is an event to compare others with. */
  boolean isThere() {
    return length > 0;
  }

  void forget() {
    length = 0;
  }

  /** The bytes of the events that were compared are not ours any more. */
  void letGo() {
    scan.letGo();
  }

  /**
   * Takes an event that was parsed, should it be one that can be compared.
   *
   * @param ignored what of it said nothing
   */
  void remember(String name, byte[] event, int from, int to, IgnoredScalars ignored) {
    forget();
    if (to - from > MAX_BYTES) {
      return;
    }
    if (bytes.length < to - from) {
      bytes = new byte[to - from + MORE];
      words = ByteScan.wordsOf(bytes);
    }
    System.arraycopy(event, from, bytes, 0, to - from);
    if (findGaps(to - from, ignored)) {
      eventName = name;
      length = to - from;
    }
  }

  /** Whether an event says what the one that is remembered said. */
  boolean matches(String name, byte[] event, int from, int to) {
    if (!name.equals(eventName)) {
      return false;
    }
    int at = from;
    int known = 0;
    for (int gap = 0; gap < gapEnds && at >= 0; gap += 2) {
      at = same(event, at, to, known, gaps[gap]);
      known = gaps[gap + 1];
      at = at < 0 ? at : PlainScalar.end(event, at, to, bytes[known] == '"');
    }
    return at >= 0 && same(event, at, to, known, length) == to;
  }

  /** Where in the event the same bytes end; -1 when they are others. */
  private int same(byte[] event, int at, int to, int from, int end) {
    int count = end - from;
    boolean same = to - at >= count && scan.isSame(event, at, words, from, count);
    return same ? at + count : -1;
  }

  /** False when what is in the bytes is not what was parsed, or more than can be known. */
  private boolean findGaps(int end, IgnoredScalars ignored) {
    gapEnds = 0;
    found.clear();
    int at = 0;
    while (at >= 0 && at < end) {
      byte b = bytes[at];
      if (b == '"') {
        at = gap(at + 1, end, true, ignored.ignoresString(found.strings()));
        found.string(false);
      } else if (PlainScalar.beginsNumber(b)) {
        at = gap(at, end, false, ignored.ignoresNumber(found.numbers()));
        found.number(false);
      } else {
        at++;
      }
    }
    return at == end
        && found.strings() == ignored.strings()
        && found.numbers() == ignored.numbers();
  }

  /** Where to go on; -1 when it is not plain, or when there are too many. */
  private int gap(int from, int end, boolean string, boolean isIgnored) {
    int to = PlainScalar.end(bytes, from, end, string);
    if (to < 0 || (isIgnored && gapEnds == gaps.length)) {
      return -1;
    }
    if (isIgnored) {
      gaps[gapEnds++] = from;
      gaps[gapEnds++] = to;
    }
    return string ? to + 1 : to;
  }
}
