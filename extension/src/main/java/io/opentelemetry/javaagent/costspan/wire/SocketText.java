package io.opentelemetry.javaagent.costspan.wire;

/**
 * One message of JSON over a WebSocket, as bytes: piece by piece, so that no copy of it is ever
 * made. Line breaks, which JSON has between its tokens only, become spaces.
 */
public final class SocketText {

  private static final int PIECE_SIZE = 8192;

  /** The most that one character takes. */
  private static final int MAX_BYTES = 4;

  private static final byte[] EVENT_BEGINS = {'d', 'a', 't', 'a', ':', ' '};
  private static final byte[] EVENT_ENDS = {'\n', '\n'};

  private SocketText() {}

  /** As one event of a {@code text/event-stream}, which the wire formats read. */
  public static void writeEvent(String json, ByteSink out) {
    out.take(EVENT_BEGINS, 0, EVENT_BEGINS.length);
    write(json, out);
    out.take(EVENT_ENDS, 0, EVENT_ENDS.length);
  }

  /** As it stands. */
  public static void write(String json, ByteSink out) {
    byte[] piece = new byte[Math.min(PIECE_SIZE, json.length() + MAX_BYTES)];
    int size = 0;
    for (int i = 0; i < json.length(); i++) {
      if (size > piece.length - MAX_BYTES) {
        out.take(piece, 0, size);
        size = 0;
      }
      char c = json.charAt(i);
      if (c < 0x80) {
        piece[size++] = (byte) Math.max(c, ' ');
      } else {
        int character = json.codePointAt(i);
        size = encode(character, piece, size);
        i += Character.charCount(character) - 1;
      }
    }
    out.take(piece, 0, size);
  }

  private static int encode(int character, byte[] to, int at) {
    int next = at;
    if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
      to[next++] = '?'; // half a pair
      return next;
    }
    if (character < 0x800) {
      to[next++] = (byte) (0xC0 | character >> 6);
    } else {
      if (character < 0x10000) {
        to[next++] = (byte) (0xE0 | character >> 12);
      } else {
        to[next++] = (byte) (0xF0 | character >> 18);
        to[next++] = (byte) (0x80 | (character >> 12 & 0x3F));
      }
      to[next++] = (byte) (0x80 | (character >> 6 & 0x3F));
    }
    to[next++] = (byte) (0x80 | (character & 0x3F));
    return next;
  }
}
