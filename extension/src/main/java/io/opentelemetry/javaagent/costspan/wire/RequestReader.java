package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads one JSON request body as its bytes are pushed in. Not thread-safe. */
public interface RequestReader {

  /**
   * Takes what the request's head says, before any byte of the body.
   *
   * @param header the first value of a header by its name in any case, null when there is none
   */
  default void head(UnaryOperator<@Nullable String> header) {
    // Most formats say everything in the body.
  }

  /** Takes the next bytes, in any cut; they are not kept. Malformed JSON is skipped, never thrown. */
  void feed(byte[] bytes, int offset, int length);

  /** What was read so far. */
  RequestFacts facts();
}
