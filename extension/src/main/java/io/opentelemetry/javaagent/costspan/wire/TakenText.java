package io.opentelemetry.javaagent.costspan.wire;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The string of a JSON document that somebody takes: its bytes are turned into characters as they
 * are pushed in, and handed on in small pieces. Bytes that are no UTF-8 become replacement
 * characters. Not thread-safe.
 */
final class TakenText {

  private static final int PIECE = 512;
  /** Characters that one byte may complete. */
  private static final int MAX_AT_ONCE = 3;

  private static final char REPLACEMENT = '\uFFFD';
  private static final int NO_ESCAPE = -2;
  private static final int ESCAPE = -1;
  private static final int HEX_DIGITS = 4;

  private final Supplier<@Nullable TextSink> takers;
  private final char[] piece = new char[PIECE];
  private @Nullable TextSink taker;
  private int length;
  /** Hex digits seen of a Unicode escape, or one of the two states above. */
  private int escape = NO_ESCAPE;

  private int codeUnit;
  /** Bytes that the UTF-8 sequence lacks. */
  private int missing;

  private int codePoint;

  /**
   * @param takers asked at the beginning of every string; null to let it be
   */
  TakenText(Supplier<@Nullable TextSink> takers) {
    this.takers = takers;
  }

  /** A string begins, whatever the one before left unfinished; false when nobody takes it. */
  boolean begins() {
    length = 0;
    escape = NO_ESCAPE;
    missing = 0;
    taker = takers.get();
    return taker != null;
  }

  /** Hands on what stands before the string's end; returns where its closing quote is, or to. */
  int feed(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && !isEnd(bytes[at])) {
      take(bytes[at++]);
      if (length > PIECE - MAX_AT_ONCE) {
        handOn();
      }
    }
    handOn();
    return at;
  }

  void ends() {
    cutOff();
    handOn();
    if (taker != null) {
      taker.end();
    }
    taker = null;
  }

  private boolean isEnd(byte b) {
    return b == '"' && escape == NO_ESCAPE;
  }

  private void take(byte b) {
    if (escape == ESCAPE) {
      escaped(b);
    } else if (escape >= 0) {
      hexDigit(b);
    } else if (b == '\\') {
      cutOff();
      escape = ESCAPE;
    } else if (b >= 0) {
      cutOff();
      put((char) b);
    } else {
      utf8(b & 0xFF);
    }
  }

  private void escaped(byte b) {
    if (b == 'u') {
      escape = 0;
      codeUnit = 0;
      return;
    }
    escape = NO_ESCAPE;
    put(unescaped((char) (b & 0xFF)));
  }

  private static char unescaped(char c) {
    switch (c) {
      case 'n':
        return '\n';
      case 't':
        return '\t';
      case 'r':
        return '\r';
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      default:
        return c;
    }
  }

  private void hexDigit(byte b) {
    codeUnit = codeUnit * 16 + Math.max(0, Character.digit(b, 16));
    if (++escape == HEX_DIGITS) {
      escape = NO_ESCAPE;
      put((char) codeUnit);
    }
  }

  private void utf8(int b) {
    if (b < 0xC0) {
      if (missing == 0) {
        put(REPLACEMENT);
      } else {
        continued(b);
      }
      return;
    }
    cutOff();
    missing = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
    codePoint = b & (0x3F >> missing);
  }

  private void continued(int b) {
    codePoint = codePoint << 6 | (b & 0x3F);
    if (--missing > 0) {
      return;
    }
    if (codePoint <= Character.MAX_VALUE) {
      put((char) codePoint);
    } else if (Character.isValidCodePoint(codePoint)) {
      put(Character.highSurrogate(codePoint));
      put(Character.lowSurrogate(codePoint));
    } else {
      put(REPLACEMENT);
    }
  }

  private void cutOff() {
    if (missing > 0) {
      missing = 0;
      put(REPLACEMENT);
    }
  }

  private void put(char c) {
    piece[length++] = c;
  }

  private void handOn() {
    if (length > 0 && taker != null) {
      taker.take(piece, 0, length);
    }
    length = 0;
  }
}
