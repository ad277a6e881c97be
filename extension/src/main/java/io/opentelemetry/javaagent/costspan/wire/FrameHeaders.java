package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

/** The headers of one frame of AWS's event streams: name, type and value, one after the other. */
final class FrameHeaders {

  private static final int TEXT = 7;

  /** By type: two truths, byte, short, int, long; -1 for what has its length before it; time, UUID. */
  private static final int[] SIZES = {0, 0, 1, 2, 4, 8, -1, -1, 8, 16};

  private final byte[] block;
  private final int length;

  FrameHeaders(byte[] block, int length) {
    this.block = block;
    this.length = length;
  }

  /** The value of a header that is a text; null when there is none before what cannot be read. */
  @Nullable
  String text(String name) {
    int at = 0;
    while (at < length) {
      int type = at + 1 + (block[at] & 0xFF);
      if (type + 2 >= length || block[type] < 0 || block[type] >= SIZES.length) {
        return null;
      }
      int value = type + 1;
      int size = SIZES[block[type]];
      if (size < 0) {
        size = (block[value] & 0xFF) << 8 | (block[value + 1] & 0xFF);
        value += 2;
      }
      if (block[type] == TEXT && value + size <= length && is(name, at)) {
        return new String(block, value, size, US_ASCII);
      }
      at = value + size;
    }
    return null;
  }

  /** The number that stands there, the highest byte first. */
  static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 24
        | (bytes[at + 1] & 0xFF) << 16
        | (bytes[at + 2] & 0xFF) << 8
        | (bytes[at + 3] & 0xFF);
  }

  private boolean is(String name, int at) {
    boolean same = (block[at] & 0xFF) == name.length();
    for (int i = 0; same && i < name.length(); i++) {
      same = block[at + 1 + i] == name.charAt(i);
    }
    return same;
  }
}
