package io.opentelemetry.javaagent.costspan.wire;

/**
 * Unwraps what InvokeModel streams, {@code {"bytes":"<base64>","p":"abc"}}, as its bytes are pushed
 * in. Not thread-safe.
 */
final class WrappedChunk {

  private static final String KEY = "bytes";
  private static final int PIECE_SIZE = 1024;

  private enum State {
    OUTSIDE,
    NAME,
    VALUE
  }

  private final ByteSink out;
  private final byte[] piece = new byte[PIECE_SIZE];
  private State state = State.OUTSIDE;
  private boolean valueIsNext;
  private boolean isKey;
  private int nameLength;
  private int length;
  private int bits;
  private int bitCount;

  WrappedChunk(ByteSink out) {
    this.out = out;
  }

  void feed(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      take(bytes[at]);
    }
    flush();
  }

  /** The next byte is another chunk's. */
  void end() {
    state = State.OUTSIDE;
    valueIsNext = false;
    bitCount = 0;
  }

  private void take(byte b) {
    switch (state) {
      case NAME:
        name(b);
        break;
      case VALUE:
        value(b);
        break;
      default:
        outside(b);
    }
  }

  private void outside(byte b) {
    if (b == '"' && valueIsNext) {
      state = State.VALUE;
    } else if (b == '"') {
      state = State.NAME;
      isKey = true;
      nameLength = 0;
    } else if (b == ':' || b == ',') {
      valueIsNext = b == ':';
    }
  }

  private void name(byte b) {
    if (b == '"') {
      isKey &= nameLength == KEY.length();
      state = State.OUTSIDE;
    } else {
      isKey &= nameLength < KEY.length() && b == KEY.charAt(nameLength);
      nameLength++;
    }
  }

  private void value(byte b) {
    int six = digit(b);
    if (b == '"') {
      state = State.OUTSIDE;
    } else if (isKey && six >= 0) {
      bits = bits << 6 | six;
      bitCount += 6;
      if (bitCount >= 8) {
        bitCount -= 8;
        write((byte) (bits >> bitCount));
      }
    }
  }

  /** Negative for what fills up at the end. */
  private static int digit(byte b) {
    if (b >= 'A' && b <= 'Z') {
      return b - 'A';
    }
    if (b >= 'a' && b <= 'z') {
      return b - 'a' + 26;
    }
    if (b >= '0' && b <= '9') {
      return b - '0' + 52;
    }
    return b == '+' ? 62 : b == '/' ? 63 : -1;
  }

  private void write(byte b) {
    if (length == piece.length) {
      flush();
    }
    piece[length++] = b;
  }

  private void flush() {
    if (length > 0) {
      out.take(piece, 0, length);
    }
    length = 0;
  }
}
