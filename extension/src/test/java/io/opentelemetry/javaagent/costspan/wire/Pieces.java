package io.opentelemetry.javaagent.costspan.wire;

import java.util.Arrays;
import java.util.Random;

/** Hands bytes over in pieces: how a network cuts them is nobody's choice. */
final class Pieces {

  private Pieces() {}

  /** Random pieces, mostly small, each in an array of its own that is overwritten afterwards. */
  static void of(byte[] bytes, long seed, ByteSink sink) {
    Random random = new Random(seed);
    int at = 0;
    while (at < bytes.length) {
      int length = Math.min(
          bytes.length - at, random.nextInt(4) == 0 ? random.nextInt(900) : random.nextInt(12));
      byte[] piece = new byte[length + 7];
      System.arraycopy(bytes, at, piece, 3, length);
      sink.take(piece, 3, 3 + length);
      Arrays.fill(piece, (byte) '"');
      at += length;
    }
  }

  static void feed(byte[] bytes, long seed, ResponseReader reader) {
    of(bytes, seed, (piece, from, to) -> reader.feed(piece, from, to - from));
  }
}
