package io.opentelemetry.javaagent.costspan.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Looks through bytes eight at a time: most of what passes is one text that nobody wants. A byte of
 * a word is 0 after xor with what is looked for; subtracting 1 from each then borrows its highest
 * bit.
 */
final class ByteScan {

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private ByteScan() {}

  /** Index of the first byte that is either, both ASCII; {@code to} when there is none. */
  static int find(byte[] bytes, int from, int to, char one, char other) {
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long ones = ONES * one;
    long others = ONES * other;
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long word = words.getLong(at);
      long found = zeros(word ^ ones) | zeros(word ^ others);
      if (found != 0) {
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (at < to && bytes[at] != one && bytes[at] != other) {
      at++;
    }
    return at;
  }

  /** Whether so many bytes are the same, from those indexes on, where there are as many. */
  static boolean areSame(byte[] left, int leftFrom, byte[] right, int rightFrom, int length) {
    ByteBuffer lefts = ByteBuffer.wrap(left);
    ByteBuffer rights = ByteBuffer.wrap(right);
    int at = 0;
    for (; at <= length - Long.BYTES; at += Long.BYTES) {
      if (lefts.getLong(leftFrom + at) != rights.getLong(rightFrom + at)) {
        return false;
      }
    }
    while (at < length && left[leftFrom + at] == right[rightFrom + at]) {
      at++;
    }
    return at == length;
  }

  /** The highest bit of each byte that is 0; above the first it may be set by mistake. */
  private static long zeros(long word) {
    return (word - ONES) & ~word & HIGH_BITS;
  }
}
