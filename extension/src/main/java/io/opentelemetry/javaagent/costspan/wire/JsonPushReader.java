package io.opentelemetry.javaagent.costspan.wire;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON values, one after the other, as their bytes are pushed in. One parser serves a whole
 * stream of events; only after malformed JSON a new one is begun. Throws only what the setters of its shape
 * throw, which is a fault of ours. Not thread-safe.
 */
final class JsonPushReader<T> implements ByteSink {

  private static final byte[] LINE_BREAK = {'\n'};

  private final JsonWalk<T> walk;
  private final JsonElision elision;
  private @Nullable PushParser parser;
  private boolean malformed;

  JsonPushReader(JsonShape<T> shape, T target) {
    this(shape, target, true, false);
  }

  private JsonPushReader(JsonShape<T> shape, T target, boolean leavesOut, boolean takesTexts) {
    this.walk = new JsonWalk<>(shape, target);
    this.elision = new JsonElision(
        this,
        walk::maxStringBytes,
        leavesOut ? walk::isLeavingOut : null,
        takesTexts ? new TakenText(this::taker) : null);
  }

  /** A reader that hands texts over in pieces where its shape asks for it. */
  static <T> JsonPushReader<T> taking(JsonShape<T> shape, T target) {
    return new JsonPushReader<>(shape, target, true, true);
  }

  /** A reader that knows what it {@link #ignored()}, and has to see all for it. */
  static <T> JsonPushReader<T> noting(JsonShape<T> shape, T target) {
    return new JsonPushReader<>(shape, target, false, false);
  }

  private @Nullable TextSink taker() {
    return malformed ? null : walk.taker();
  }

  void feed(byte[] bytes, int from, int to) {
    if (!malformed) {
      elision.feed(bytes, from, to);
    }
  }

  /** What of the value so far said nothing, to who is {@link #noting}; until the next is begun. */
  IgnoredScalars ignored() {
    return walk.ignored();
  }

  /** Whether the value was read to its end; what follows it cannot change what was read. */
  boolean isClosed() {
    return walk.isClosed();
  }

  /** Whether the JSON is malformed so far: the rest is ignored until the next value is begun. */
  boolean isMalformed() {
    return malformed;
  }

  /**
   * Ends the value and is ready for the next one.
   *
   * @return false when the value was malformed or incomplete; no value at all is neither
   */
  boolean next() {
    if (parser != null) {
      take(LINE_BREAK, 0, 1); // lets a number that is the whole value end
    }
    boolean wellFormed = !malformed && isBetweenValues();
    if (!wellFormed) {
      close();
    }
    walk.reset();
    elision.reset();
    malformed = false;
    return wellFormed;
  }

  private boolean isBetweenValues() {
    return parser == null || parser.isBetweenValues();
  }

  /** Lets the parser go. May be called more than once. */
  void close() {
    if (parser != null) {
      if (malformed) {
        parser.discard();
      } else {
        parser.giveBack();
      }
      parser = null;
    }
  }

  /** Takes what the elision left over. */
  @Override
  public void take(byte[] bytes, int from, int to) {
    if (malformed) {
      return;
    }
    try {
      parse(bytes, from, to);
    } catch (IOException e) {
      // Counted by whoever owns the stream: the bytes are the provider's, not our failure.
      malformed = true;
      close();
    }
  }

  private void parse(byte[] bytes, int from, int to) throws IOException {
    if (parser == null) {
      parser = PushParser.take();
    }
    parser.feed(bytes, from, to);
    JsonToken token = parser.next();
    while (token != JsonToken.NOT_AVAILABLE) {
      walk.token(token, parser.token(), elision.isAtEndOfCutString());
      token = parser.next();
    }
  }
}
