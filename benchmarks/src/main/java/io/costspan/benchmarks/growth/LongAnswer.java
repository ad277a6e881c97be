package io.costspan.benchmarks.growth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Okio;

/** An answer of any length that is never in memory: a head, one piece over and over, a tail. */
final class LongAnswer extends InputStream {
  private final byte[] head;
  private final byte[] piece;
  private final byte[] tail;
  private final long end;
  private long at;

  LongAnswer(String head, String piece, String tail, long atLeast) {
    this.head = head.getBytes(UTF_8);
    this.piece = piece.getBytes(UTF_8);
    this.tail = tail.getBytes(UTF_8);
    long pieces = Math.max(1, (atLeast - this.head.length - this.tail.length) / this.piece.length);
    this.end = this.head.length + pieces * this.piece.length + this.tail.length;
  }

  ResponseBody body(String contentType) {
    return ResponseBody.create(Okio.buffer(Okio.source(this)), MediaType.get(contentType), -1);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) {
    if (at == end) {
      return -1;
    }
    int read = 0;
    while (read < length && at < end) {
      read += readSome(to, offset + read, length - read);
    }
    return read;
  }

  private int readSome(byte[] to, int offset, int length) {
    if (at < head.length) {
      return take(head, (int) at, to, offset, length);
    }
    long untilTail = end - tail.length - at;
    if (untilTail <= 0) {
      return take(tail, (int) -untilTail, to, offset, length);
    }
    return take(piece, (int) ((at - head.length) % piece.length), to, offset, length);
  }

  private int take(byte[] from, int start, byte[] to, int offset, int length) {
    int taken = Math.min(length, from.length - start);
    System.arraycopy(from, start, to, offset, taken);
    at += taken;
    return taken;
  }
}
