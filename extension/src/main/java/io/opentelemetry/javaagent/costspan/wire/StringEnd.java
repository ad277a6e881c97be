package io.opentelemetry.javaagent.costspan.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Looks for the end of a JSON string, eight bytes at a time: most of an answer is one long text that
 * is left out. A byte of a word is 0 after xor with what is looked for; subtracting 1 from each then
 * borrows its highest bit.
 */
final class StringEnd {

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long QUOTES = ONES * '"';
  private static final long BACKSLASHES = ONES * '\\';

  private StringEnd() {}

  /** Index of the first quote or backslash; {@code to} when there is none. */
  static int find(byte[] bytes, int from, int to) {
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long found = marks(words.getLong(at));
      if (found != 0) {
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (at < to && bytes[at] != '"' && bytes[at] != '\\') {
      at++;
    }
    return at;
  }

  /** The highest bit of each byte that is looked for; above the first it may be set by mistake. */
  private static long marks(long word) {
    return zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES);
  }

  private static long zeros(long word) {
    return (word - ONES) & ~word & HIGH_BITS;
  }
}
