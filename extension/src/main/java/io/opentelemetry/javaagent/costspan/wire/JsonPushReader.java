package io.opentelemetry.javaagent.costspan.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON values, one after the other, as their bytes are pushed in. One parser serves a whole
 * stream of events; only after malformed JSON a new one is begun. Throws only what the setters of its shape
 * throw, which is a fault of ours. Not thread-safe.
 */
final class JsonPushReader<T> implements ByteSink {

  private static final byte[] LINE_BREAK = {'\n'};

  /** Parsers that calls in flight may leave for the next call; each keeps about 8 KB. */
  private static final int POOLED_BUFFERS = 64;

  // The pool is ours: the default one is a thread-local of the application's threads.
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .recyclerPool(JsonRecyclerPools.newBoundedPool(POOLED_BUFFERS))
      .build();

  private final JsonWalk<T> walk;
  private final JsonElision elision;
  private @Nullable JsonParser parser;
  private boolean malformed;

  JsonPushReader(JsonShape<T> shape, T target) {
    this.walk = new JsonWalk<>(shape, target);
    this.elision = new JsonElision(this, walk::maxStringBytes);
  }

  private JsonPushReader(JsonWalk<T> walk) {
    this.walk = walk;
    this.elision = new JsonElision(this, walk::maxStringBytes, new TakenText(this::taker));
  }

  /** A reader that hands texts over in pieces where its shape asks for it. */
  static <T> JsonPushReader<T> taking(JsonShape<T> shape, T target) {
    return new JsonPushReader<>(new JsonWalk<>(shape, target));
  }

  private @Nullable TextSink taker() {
    return malformed ? null : walk.taker();
  }

  void feed(byte[] bytes, int from, int to) {
    if (!malformed) {
      elision.feed(bytes, from, to);
    }
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
    return parser == null || parser.getParsingContext().inRoot();
  }

  /** Gives the parser's buffers back. May be called more than once. */
  void close() {
    if (parser != null) {
      try {
        parser.close();
      } catch (IOException | RuntimeException e) {
        malformed = true;
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
      close();
      malformed = true;
    }
  }

  private void parse(byte[] bytes, int from, int to) throws IOException {
    if (parser == null) {
      parser = FACTORY.createNonBlockingByteArrayParser();
    }
    ((ByteArrayFeeder) parser.getNonBlockingInputFeeder()).feedInput(bytes, from, to);
    JsonToken token = nextToken(parser);
    while (token != JsonToken.NOT_AVAILABLE) {
      walk.token(token, parser, elision.isAtEndOfCutString());
      token = nextToken(parser);
    }
  }

  /** Whatever the parser throws over garbage is the garbage's fault; what a table throws is ours. */
  private static JsonToken nextToken(JsonParser parser) throws IOException {
    try {
      return parser.nextToken();
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }
}
