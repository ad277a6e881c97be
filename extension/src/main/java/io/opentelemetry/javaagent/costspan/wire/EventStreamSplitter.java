package io.opentelemetry.javaagent.costspan.wire;

/**
 * Splits a {@code text/event-stream} into the data of its events as the bytes are pushed in, by the
 * rules of the HTML standard: lines end with LF, CR or CRLF, a byte order mark may come first, one
 * space after the colon is not data, and the data lines of an event are joined by a line break.
 * Data is passed on at once and never collected. Not thread-safe.
 */
final class EventStreamSplitter implements EventSplitter {

  private enum State {
    NAME,
    AFTER_COLON,
    VALUE
  }

  private static final byte[] LINE_BREAK = {'\n'};

  /** Longer names are cut off: no protocol has such. */
  private static final int MAX_EVENT_NAME = 64;

  // Names of fields are compared as the bytes of a long, first byte highest.
  private static final long BYTE_ORDER_MARK = 0xEFBBBFL;
  private static final long DATA = packed("data");
  private static final long EVENT = packed("event");

  private final Listener listener;
  private final ByteScan scan = new ByteScan();
  private State state = State.NAME;
  private boolean lineIsEmpty = true;
  private boolean firstLine = true;
  private boolean afterCarriageReturn;
  private long name;
  private final char[] eventName = new char[MAX_EVENT_NAME];
  private final TextMemo eventNames = new TextMemo();
  private int eventNameLength;
  private boolean hasData;
  private boolean dataIsFirst;

  EventStreamSplitter(Listener listener) {
    this.listener = listener;
  }

  @Override
  public void feed(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      byte b = bytes[at];
      if (b == '\n' || b == '\r') {
        lineBreak(b);
        at++;
      } else {
        afterCarriageReturn = false;
        at = inLine(bytes, at, to);
      }
    }
    scan.letGo();
  }

  /** Ends the last line and the last event, should their line breaks be missing. */
  @Override
  public void endOfInput() {
    if (!lineIsEmpty) {
      lineEnds();
    }
    eventEnds();
  }

  @Override
  public String eventName() {
    return eventNameLength == 0 ? "" : eventNames.of(eventName, 0, eventNameLength);
  }

  private void lineBreak(byte b) {
    boolean secondHalf = b == '\n' && afterCarriageReturn;
    afterCarriageReturn = b == '\r';
    if (secondHalf) {
      return;
    }
    if (lineIsEmpty) {
      eventEnds();
    } else {
      lineEnds();
    }
    firstLine = false;
  }

  private int inLine(byte[] bytes, int from, int to) {
    switch (state) {
      case NAME:
        nameByte(bytes[from]);
        return from + 1;
      case AFTER_COLON:
        state = State.VALUE;
        return value(bytes, bytes[from] == ' ' ? from + 1 : from, to, dataIsFirst);
      default:
        return value(bytes, from, to, false);
    }
  }

  /**
   * Takes a value, or what of it is here, and returns where that ends.
   *
   * @param mayBeAll whether it is the first of its event, if it is data, and begins here
   */
  private int value(byte[] bytes, int from, int to, boolean mayBeAll) {
    int end = scan.find(bytes, from, to, '\n', '\r');
    if (name == EVENT) {
      eventName(bytes, from, end);
    } else if (name == DATA && from < end) {
      boolean isAll = mayBeAll && endsEvent(bytes, end, to);
      if (!isAll || !listener.repeats(bytes, from, end)) {
        listener.data(bytes, from, end);
      }
    }
    return end;
  }

  private static boolean endsEvent(byte[] bytes, int at, int to) {
    return at + 1 < to && bytes[at] == '\n' && bytes[at + 1] == '\n';
  }

  private void nameByte(byte b) {
    lineIsEmpty = false;
    if (b == ':') {
      nameEnds();
      state = State.AFTER_COLON;
      return;
    }
    name = name << 8 | (b & 0xFF);
    if (firstLine && name == BYTE_ORDER_MARK) {
      name = 0;
      lineIsEmpty = true;
    }
  }

  private void nameEnds() {
    if (name == EVENT) {
      eventNameLength = 0;
    } else if (name == DATA) {
      if (hasData) {
        listener.data(LINE_BREAK, 0, 1);
      }
      dataIsFirst = !hasData;
      hasData = true;
    }
  }

  private void eventName(byte[] bytes, int from, int to) {
    for (int i = from; i < to && eventNameLength < MAX_EVENT_NAME; i++) {
      eventName[eventNameLength++] = (char) (bytes[i] & 0xFF);
    }
  }

  private void lineEnds() {
    if (state == State.NAME) {
      nameEnds();
    }
    state = State.NAME;
    name = 0;
    lineIsEmpty = true;
  }

  private void eventEnds() {
    if (hasData) {
      listener.eventEnds();
    }
    hasData = false;
    eventNameLength = 0;
  }

  private static long packed(String ascii) {
    long packed = 0;
    for (int i = 0; i < ascii.length(); i++) {
      packed = packed << 8 | ascii.charAt(i);
    }
    return packed;
  }
}
