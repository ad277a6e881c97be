package io.opentelemetry.javaagent.costspan.price;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Random;

/** Damages bytes in the ways in which files and networks do, and in a few that only people think of. */
final class Mutations {

  private static final String[] NASTY = {
    "1e999999999",
    "-1",
    "99999999999999999999999999",
    "0.0000000000000000000001",
    "null",
    "{}",
    "[]",
    "\"\"",
    "true",
    "NaN",
    "\\u0000",
    "\"",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\n",
    "&a",
    "*a",
    "!!x",
    "- ",
    "  ",
    "\t",
    "#",
  };

  private final Random random;

  Mutations(long seed) {
    this.random = new Random(seed);
  }

  /** The bytes with one or two things done to them. */
  byte[] of(byte[] bytes) {
    byte[] damaged = bytes;
    for (int i = random.nextInt(2); i >= 0; i--) {
      damaged = once(damaged);
    }
    return damaged;
  }

  private byte[] once(byte[] bytes) {
    int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(12));
    switch (random.nextInt(6)) {
      case 0:
        byte[] flipped = bytes.clone();
        if (flipped.length > 0) {
          flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
      case 1:
        return splice(bytes, at, 0, slice(bytes, at, length));
      case 2:
        return splice(bytes, at, length, new byte[0]);
      case 3:
        return slice(bytes, 0, at);
      case 4:
        return replaceANumber(bytes);
      default:
        return splice(bytes, at, length, nasty());
    }
  }

  private byte[] replaceANumber(byte[] bytes) {
    int from = random.nextInt(bytes.length + 1);
    for (int i = from; i < bytes.length; i++) {
      if (Character.isDigit(bytes[i])) {
        int end = i;
        while (end < bytes.length && Character.isDigit(bytes[end])) {
          end++;
        }
        return splice(bytes, i, end - i, nasty());
      }
    }
    return bytes;
  }

  private byte[] nasty() {
    return NASTY[random.nextInt(NASTY.length)].getBytes(UTF_8);
  }

  private static byte[] slice(byte[] bytes, int from, int length) {
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  private static byte[] splice(byte[] bytes, int at, int removed, byte[] added) {
    byte[] spliced = new byte[bytes.length - removed + added.length];
    System.arraycopy(bytes, 0, spliced, 0, at);
    System.arraycopy(added, 0, spliced, at, added.length);
    System.arraycopy(bytes, at + removed, spliced, at + added.length, bytes.length - at - removed);
    return spliced;
  }
}
