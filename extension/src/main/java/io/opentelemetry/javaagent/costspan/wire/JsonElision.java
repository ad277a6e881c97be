package io.opentelemetry.javaagent.costspan.wire;

import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shortens JSON while it passes: a string is cut after {@value #MAX_STRING_BYTES} bytes, or more where
 * its reader wants more, and an array of nothing but numbers after {@value #MAX_NUMBERS} elements, so
 * that answers and embeddings cost the parser neither time nor memory. Well-formed JSON stays
 * well-formed: no cut is made inside an escape, a surrogate pair or a UTF-8 sequence. A
 * text that somebody else takes is empty to the parser.
 */
final class JsonElision {

  static final int MAX_STRING_BYTES = 256;
  static final int MAX_NUMBERS = 16;

  private enum State {
    OUTSIDE,
    STRING,
    ESCAPE,
    UNICODE_ESCAPE,
    LEFT_OUT_STRING,
    LEFT_OUT_NUMBERS,
    LEFT_OUT_STRUCTURE,
    TAKEN_TEXT;

    boolean isLeftOut() {
      return ordinal() >= LEFT_OUT_STRING.ordinal();
    }
  }

  private static final byte[] NO_BYTES = {};
  private static final byte[] COMMA = {','};
  private static final boolean[] IN_NUMBERS = new boolean[128];

  static {
    for (char c : "0123456789+-.eE, \t\r\n".toCharArray()) {
      IN_NUMBERS[c] = true;
    }
  }

  private final ByteSink out;
  private final IntSupplier maxStringBytes;
  private final @Nullable BooleanSupplier isLeftOut;
  private final @Nullable TakenText taken;
  private final ByteScan scan = new ByteScan();
  private final LeftOutString rest = new LeftOutString(scan);
  private final LeftOutStructure structure = new LeftOutStructure(rest);
  private State state = State.OUTSIDE;
  private int stringBytes;
  private int stringLimit;
  private boolean atEndOfCutString;
  private int hexDigits;
  private int codeUnit;
  private boolean afterHighSurrogate;
  /** Commas so far in an array of numbers only; -1 anywhere else. */
  private int commas = -1;

  // The range that is being looked at; only meaningful during feed.
  private byte[] bytes = NO_BYTES;
  private int passed;
  private int at;
  private int end;

  /** One that shortens strings and arrays of numbers, and nothing else. */
  JsonElision(ByteSink out, IntSupplier maxStringBytes) {
    this(out, maxStringBytes, null, null);
  }

  /**
   * @param maxStringBytes how long the string that passes may become; asked once {@value
   *     #MAX_STRING_BYTES} bytes of it were handed on, so that whoever parses knows what it is
   * @param isLeftOut whether nobody reads the object or array that has just begun; asked once its
   *     opening bracket was handed on, and all up to its closing one is left out then. Null when all
   *     of them are to pass
   * @param taken asked at the beginning of every string, once all before it was handed on; null when
   *     the parser gets all of them
   */
  JsonElision(
      ByteSink out,
      IntSupplier maxStringBytes,
      @Nullable BooleanSupplier isLeftOut,
      @Nullable TakenText taken) {
    this.out = out;
    this.maxStringBytes = maxStringBytes;
    this.isLeftOut = isLeftOut;
    this.taken = taken;
  }

  void feed(byte[] input, int from, int to) {
    bytes = input;
    passed = from;
    at = from;
    end = to;
    while (at < end) {
      advance();
    }
    if (!state.isLeftOut()) {
      pass();
    }
    bytes = NO_BYTES;
    scan.letGo();
  }

  /** Whether the bytes that are being handed on are the closing quote of a string that was cut. */
  boolean isAtEndOfCutString() {
    return atEndOfCutString;
  }

  /** Starts anew, whatever came before. */
  void reset() {
    state = State.OUTSIDE;
    commas = -1;
  }

  private void advance() {
    switch (state) {
      case OUTSIDE:
        outside();
        break;
      case STRING:
        string();
        break;
      case ESCAPE:
        escape();
        break;
      case UNICODE_ESCAPE:
        unicodeEscape();
        break;
      case LEFT_OUT_STRING:
        leftOutString();
        break;
      case LEFT_OUT_NUMBERS:
        leftOutNumbers();
        break;
      case LEFT_OUT_STRUCTURE:
        leftOutStructure();
        break;
      case TAKEN_TEXT:
        takenText();
        break;
    }
  }

  private void outside() {
    while (at < end) {
      byte b = bytes[at];
      if (b == '"') {
        stringBegins();
        return;
      }
      if (b == ',' && commas >= 0 && ++commas == MAX_NUMBERS) {
        leaveOut(State.LEFT_OUT_NUMBERS);
        return;
      }
      at++;
      if (b == '[') {
        commas = 0;
      } else if (!isInNumbers(b)) {
        commas = -1;
      }
      if ((b == '[' || b == '{') && structureIsLeftOut()) {
        return;
      }
    }
  }

  private boolean structureIsLeftOut() {
    if (isLeftOut == null) {
      return false;
    }
    pass();
    if (!isLeftOut.getAsBoolean()) {
      return false;
    }
    structure.begins();
    state = State.LEFT_OUT_STRUCTURE;
    return true;
  }

  private void stringBegins() {
    at++;
    state = State.STRING;
    stringBytes = 0;
    stringLimit = MAX_STRING_BYTES;
    afterHighSurrogate = false;
    commas = -1;
    if (taken != null) {
      pass();
      state = taken.begins() ? State.TAKEN_TEXT : State.STRING;
    }
  }

  private void string() {
    while (skipPlainBytes()) {
      byte b = bytes[at];
      if (b == '"') {
        at++;
        state = State.OUTSIDE;
        return;
      }
      if (stringBytes >= stringLimit && isCharacterStart(b) && !isWantedLonger()) {
        leaveOut(State.LEFT_OUT_STRING);
        rest.begins();
        return;
      }
      at++;
      stringBytes++;
      if (b == '\\') {
        state = State.ESCAPE;
        return;
      }
      afterHighSurrogate = false;
    }
  }

  /** Goes to the next byte of the string that takes a decision; false when there is none. */
  private boolean skipPlainBytes() {
    int from = at;
    int to = Math.min(end, from + Math.max(0, stringLimit - stringBytes));
    at = scan.find(bytes, from, to, '"', '\\');
    stringBytes += at - from;
    afterHighSurrogate &= at == from;
    return at < end;
  }

  private boolean isWantedLonger() {
    pass();
    stringLimit = maxStringBytes.getAsInt();
    return stringBytes < stringLimit;
  }

  private boolean isCharacterStart(byte b) {
    boolean continuesUtf8 = (b & 0xC0) == 0x80;
    return !continuesUtf8 && !(afterHighSurrogate && b == '\\');
  }

  private void escape() {
    byte b = bytes[at++];
    stringBytes++;
    if (b == 'u') {
      state = State.UNICODE_ESCAPE;
      hexDigits = 0;
      codeUnit = 0;
    } else {
      state = State.STRING;
      afterHighSurrogate = false;
    }
  }

  private void unicodeEscape() {
    codeUnit = codeUnit * 16 + Character.digit(bytes[at++], 16);
    stringBytes++;
    if (++hexDigits == 4) {
      state = State.STRING;
      afterHighSurrogate = Character.isHighSurrogate((char) codeUnit);
    }
  }

  private void leftOutString() {
    at = rest.feed(bytes, at, end);
    if (at < end) {
      passAgain();
      at++;
      atEndOfCutString = true;
      pass();
      atEndOfCutString = false;
    }
  }

  private void leftOutNumbers() {
    while (at < end && isInNumbers(bytes[at])) {
      at++;
    }
    if (at == end) {
      return;
    }
    if (bytes[at] != ']') {
      out.take(COMMA, 0, 1);
    }
    commas = -1;
    passAgain();
  }

  private void leftOutStructure() {
    at = structure.feed(bytes, at, end);
    if (at < end) {
      commas = -1;
      passAgain();
    }
  }

  private void takenText() {
    TakenText text = Objects.requireNonNull(taken);
    at = text.feed(bytes, at, end);
    if (at < end) {
      text.ends();
      passAgain();
      at++;
    }
  }

  private void leaveOut(State what) {
    pass();
    state = what;
  }

  private void pass() {
    if (passed < at) {
      out.take(bytes, passed, at);
    }
    passed = at;
  }

  private void passAgain() {
    passed = at;
    state = State.OUTSIDE;
  }

  private static boolean isInNumbers(byte b) {
    return b >= 0 && IN_NUMBERS[b];
  }
}
