package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ByteScanTest {

  /** Bytes that differ from what is looked for by one, or by their highest bit, and it itself. */
  private static final byte[] NEARLY = {'"', '#', '!', '\\', ']', '[', (byte) ('"' | 0x80), 0, -1};

  private final ByteScan scan = new ByteScan();

  @Property(tries = 2000)
  void findsTheFirst(
      @ForAll long seed,
      @ForAll @IntRange(max = 70) int length,
      @ForAll @IntRange(max = 9) int at) {
    byte[] bytes = bytes(new Random(seed), length, 12);
    int from = Math.min(at, length);

    assertThat(scan.find(bytes, from, length, '"', '\\')).isEqualTo(first(bytes, from));
  }

  @Test
  void looksAtNothingBehindTheEnd() {
    byte[] bytes = "0123456789\"12345".getBytes(UTF_8);

    assertThat(scan.find(bytes, 1, 10, '"', '\\')).isEqualTo(10);
    assertThat(scan.find(bytes, 10, 10, '"', '\\')).isEqualTo(10);
  }

  @Property(tries = 2000)
  void tellsWhetherBytesAreTheSame(
      @ForAll long seed,
      @ForAll @IntRange(max = 40) int length,
      @ForAll @IntRange(max = 9) int at) {
    Random random = new Random(seed);
    byte[] left = bytes(random, length, 1);
    byte[] right = new byte[length + at];
    System.arraycopy(left, 0, right, at, length);

    assertThat(scan.isSame(right, at, ByteScan.wordsOf(left), 0, length)).isTrue();
    if (length > 0) {
      right[at + random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
      assertThat(scan.isSame(right, at, ByteScan.wordsOf(left), 0, length)).isFalse();
    }
  }

  private static int first(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '"' && bytes[at] != '\\') {
      at++;
    }
    return at;
  }

  private static byte[] bytes(Random random, int length, int oneIn) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      boolean nearly = random.nextInt(oneIn) == 0;
      bytes[i] = nearly ? NEARLY[random.nextInt(NEARLY.length)] : (byte) random.nextInt();
    }
    return bytes;
  }
}
