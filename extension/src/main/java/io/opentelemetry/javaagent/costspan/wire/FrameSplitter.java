package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.jspecify.annotations.Nullable;

/**
 * Cuts {@code application/vnd.amazon.eventstream} into the payloads of its frames, and unwraps those
 * that InvokeModel wraps. Frames are lengths and their checksum, headers, payload, checksum. The
 * checksums are the application's to look at; after lengths that cannot be nothing more is read. A
 * frame that says that something went wrong becomes an event that says it in OpenAI's words. Not
 * thread-safe.
 */
final class FrameSplitter implements EventSplitter {

  private static final int PRELUDE = 12;
  private static final int CHECKSUM = 4;

  /** Bedrock's are about a hundred bytes. */
  private static final int MAX_HEADERS = 8192;

  private static final byte[] NO_JSON = {'!'};

  private enum Part {
    PRELUDE,
    HEADERS,
    PAYLOAD,
    CHECKSUM,
    BROKEN
  }

  private final Listener listener;
  private final WrappedChunk wrapped;
  private byte[] head = new byte[PRELUDE];
  private Part part = Part.PRELUDE;
  private long left = PRELUDE;
  private int size = PRELUDE;
  private long payload;
  private boolean reads;
  private boolean unwraps;
  private boolean hasData;

  FrameSplitter(Listener listener) {
    this.listener = listener;
    this.wrapped = new WrappedChunk(this::data);
  }

  @Override
  public void feed(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to && part != Part.BROKEN) {
      int count = (int) Math.min(left, to - at);
      take(bytes, at, at + count);
      at += count;
      left -= count;
      while (left == 0 && part != Part.BROKEN) {
        partEnds();
      }
    }
  }

  @Override
  public void endOfInput() {
    eventEnds();
  }

  /** What its type says stands in the payload as well. */
  @Override
  public String eventName() {
    return "";
  }

  private void take(byte[] bytes, int from, int to) {
    if (part == Part.PRELUDE || part == Part.HEADERS) {
      System.arraycopy(bytes, from, head, size - (int) left, to - from);
    } else if (part == Part.PAYLOAD && unwraps) {
      wrapped.feed(bytes, from, to);
    } else if (part == Part.PAYLOAD && reads) {
      data(bytes, from, to);
    }
  }

  private void partEnds() {
    switch (part) {
      case PRELUDE:
        lengths(FrameHeaders.number(head, 0), FrameHeaders.number(head, 4));
        break;
      case HEADERS:
        headers(new FrameHeaders(head, size));
        begin(Part.PAYLOAD, payload);
        break;
      case PAYLOAD:
        eventEnds();
        begin(Part.CHECKSUM, CHECKSUM);
        break;
      default:
        size = PRELUDE;
        begin(Part.PRELUDE, PRELUDE);
    }
  }

  private void lengths(int total, int headers) {
    payload = (long) total - headers - PRELUDE - CHECKSUM;
    if (headers < 0 || headers > MAX_HEADERS || payload < 0) {
      data(NO_JSON, 0, NO_JSON.length);
      eventEnds();
      begin(Part.BROKEN, 0);
      return;
    }
    if (head.length < headers) {
      head = new byte[headers];
    }
    size = headers;
    begin(Part.HEADERS, headers);
  }

  private void headers(FrameHeaders headers) {
    String type = headers.text(":message-type");
    String error = error(type, headers);
    reads = "event".equals(type);
    unwraps = reads && "chunk".equals(headers.text(":event-type"));
    if (error != null) {
      byte[] json = ("{\"error\":{\"type\":\"" + escaped(error) + "\"}}").getBytes(US_ASCII);
      data(json, 0, json.length);
    }
  }

  /** As a JSON text has it; what no text may have becomes a blank. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        escaped.append('\\');
      }
      escaped.append(c < ' ' ? ' ' : c);
    }
    return escaped.toString();
  }

  private static @Nullable String error(@Nullable String type, FrameHeaders headers) {
    if ("exception".equals(type)) {
      return headers.text(":exception-type");
    }
    return "error".equals(type) ? headers.text(":error-code") : null;
  }

  private void data(byte[] bytes, int from, int to) {
    hasData = true;
    listener.data(bytes, from, to);
  }

  private void eventEnds() {
    wrapped.end();
    if (hasData) {
      listener.eventEnds();
    }
    hasData = false;
  }

  private void begin(Part next, long length) {
    part = next;
    left = length;
  }
}
