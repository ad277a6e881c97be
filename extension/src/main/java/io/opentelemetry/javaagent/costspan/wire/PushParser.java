package io.opentelemetry.javaagent.costspan.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A JSON parser that serves one call after the other, since to make one and its table of names takes
 * as long as to read a small answer. Not thread-safe while it is taken.
 */
final class PushParser {

  private static final byte[] LINE_BREAK = {'\n'};

  /** How many wait for the next call; each keeps about 8 KB, and the names that it has read. */
  private static final int MAX_IDLE = 16;

  /** Names may come from anybody, so their table is let go after so many bytes. */
  private static final int MAX_BYTES_READ = 16 * 1024;

  // The pool is ours: the default one is a thread-local of the application's threads.
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
      .recyclerPool(JsonRecyclerPools.newBoundedPool(MAX_IDLE))
      .build();

  private static final AtomicReferenceArray<@Nullable PushParser> IDLE =
      new AtomicReferenceArray<>(MAX_IDLE);

  private final JsonParser parser;
  private final ByteArrayFeeder feeder;
  private long bytesRead;

  private PushParser() throws IOException {
    parser = FACTORY.createNonBlockingByteArrayParser();
    feeder = (ByteArrayFeeder) parser.getNonBlockingInputFeeder();
  }

  /** One that is between two values; to be given back. */
  static PushParser take() throws IOException {
    for (int i = 0; i < MAX_IDLE; i++) {
      PushParser idle = IDLE.get(i) == null ? null : IDLE.getAndSet(i, null);
      if (idle != null) {
        return idle;
      }
    }
    return new PushParser();
  }

  /** Takes bytes, all of which are to be read by {@link #next} before more can come. */
  void feed(byte[] bytes, int from, int to) throws IOException {
    bytesRead += to - from;
    feeder.feedInput(bytes, from, to);
  }

  /**
   * The next token; {@code NOT_AVAILABLE} when the bytes are read. Whatever the parser throws over
   * garbage is the garbage's fault, and an {@code IOException}.
   */
  JsonToken next() throws IOException {
    try {
      return parser.nextToken();
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }

  /** For the value of the token. */
  JsonParser token() {
    return parser;
  }

  boolean isBetweenValues() {
    return parser.getParsingContext().inRoot();
  }

  /** Lets the next call have it, or nobody. Holds nothing of the application's any more. */
  void giveBack() {
    if (bytesRead > MAX_BYTES_READ || !endsValue() || !waits()) {
      discard();
    }
  }

  /** Nobody is to have it: it may be in the middle of something. Gives its buffers back. */
  void discard() {
    try {
      parser.close();
    } catch (IOException | RuntimeException alreadyBroken) {
      // Its buffers are then the garbage collector's.
    }
  }

  private boolean waits() {
    for (int i = 0; i < MAX_IDLE; i++) {
      if (IDLE.get(i) == null && IDLE.compareAndSet(i, null, this)) {
        return true;
      }
    }
    return false;
  }

  /** Lets a number that is the whole value end, and the application's bytes go. */
  private boolean endsValue() {
    try {
      feed(LINE_BREAK, 0, 1);
      JsonToken token = next();
      while (token != JsonToken.NOT_AVAILABLE) {
        token = next();
      }
      return isBetweenValues();
    } catch (IOException garbageBehindTheValue) {
      return false;
    }
  }
}
