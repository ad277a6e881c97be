package io.opentelemetry.javaagent.costspan.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Looks through bytes eight at a time: most of what passes is one text that nobody wants. A byte of
 * a word is 0 after xor with what is looked for; subtracting 1 from each then borrows its highest
 * bit. Keeps the array that it looked into last, until it lets go of it. Not thread-safe.
 */
final class ByteScan {

  private static final byte[] NO_BYTES = {};
  private static final ByteBuffer NO_WORDS = wordsOf(NO_BYTES);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private byte[] known = NO_BYTES;
  private ByteBuffer words = NO_WORDS;

  /** The array, to be compared with. */
  static ByteBuffer wordsOf(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Index of the first byte that is either, both ASCII; {@code to} when there is none. */
  int find(byte[] bytes, int from, int to, char one, char other) {
    ByteBuffer in = words(bytes);
    long ones = ONES * one;
    long others = ONES * other;
    int at = from;
    for (; at <= to - Long.BYTES; at += Long.BYTES) {
      long word = in.getLong(at);
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
  boolean isSame(byte[] bytes, int at, ByteBuffer as, int from, int length) {
    ByteBuffer in = words(bytes);
    int same = 0;
    for (; same <= length - Long.BYTES; same += Long.BYTES) {
      if (in.getLong(at + same) != as.getLong(from + same)) {
        return false;
      }
    }
    while (same < length && bytes[at + same] == as.get(from + same)) {
      same++;
    }
    return same == length;
  }

  /** The bytes are not ours any more. */
  void letGo() {
    known = NO_BYTES;
    words = NO_WORDS;
  }

  /** One for all looks into an array: each would be garbage. */
  private ByteBuffer words(byte[] bytes) {
    if (bytes != known) {
      known = bytes;
      words = wordsOf(bytes);
    }
    return words;
  }

  /** The highest bit of each byte that is 0; above the first it may be set by mistake. */
  private static long zeros(long word) {
    return (word - ONES) & ~word & HIGH_BITS;
  }
}
