package io.opentelemetry.javaagent.costspan.call;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.opentelemetry.javaagent.costspan.wire.StreamUsage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream of events without the usage that only we asked for. Each event is handed on when it is
 * whole; one that grows beyond {@value #MAX_EVENT} bytes is handed on as it is. Only there when a
 * setting asks for it. Not thread-safe, as the stream below.
 */
public final class UsageHidingStream extends InputStream {

  private static final int MAX_EVENT = 256 * 1024;
  private static final int PIECE_SIZE = 8192;
  private static final byte[] NOTHING = {};

  private final InputStream events;
  private final byte[] piece = new byte[PIECE_SIZE];
  private final ByteArrayOutputStream event = new ByteArrayOutputStream(512);
  private byte[] ready = NOTHING;
  private int at;
  private boolean lineIsEmpty = true;
  private boolean ended;

  public UsageHidingStream(InputStream events) {
    this.events = events;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (at == ready.length && !ended) {
      fill();
    }
    if (at == ready.length) {
      return -1;
    }
    int count = Math.min(length, ready.length - at);
    System.arraycopy(ready, at, bytes, offset, count);
    at += count;
    return count;
  }

  @Override
  public int available() {
    return ready.length - at;
  }

  @Override
  public void close() throws IOException {
    events.close();
  }

  private void fill() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int count = events.read(piece, 0, piece.length);
    for (int i = 0; i < count; i++) {
      take(piece[i], out);
    }
    if (count < 0) {
      ended = true;
      event.writeTo(out);
    }
    ready = out.toByteArray();
    at = 0;
  }

  /** An event ends with an empty line; all line ends are those of the standard. */
  private void take(byte b, ByteArrayOutputStream out) throws IOException {
    event.write(b);
    if (b == '\n') {
      if (lineIsEmpty || event.size() > MAX_EVENT) {
        handOn(out);
      }
      lineIsEmpty = true;
    } else if (b != '\r') {
      lineIsEmpty = false;
    }
  }

  /** Byte by byte a character, so that no byte is changed that is not left out. */
  private void handOn(ByteArrayOutputStream out) throws IOException {
    if (event.size() > MAX_EVENT) {
      event.writeTo(out);
    } else {
      String shown = StreamUsage.unasked(new String(event.toByteArray(), ISO_8859_1));
      out.write(shown == null ? NOTHING : shown.getBytes(ISO_8859_1));
    }
    event.reset();
  }
}
