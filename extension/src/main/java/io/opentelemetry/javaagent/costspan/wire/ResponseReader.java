package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads one response body, JSON or event stream, as its bytes are pushed in. Not thread-safe. */
public interface ResponseReader {

  /**
   * Takes what the response's head says of the usage, before any byte of the body.
   *
   * @param header the first value of a header by its name in any case, null when there is none
   */
  default void head(UnaryOperator<@Nullable String> header) {
    // Most formats say everything in the body.
  }

  /**
   * Takes the next bytes, in any cut; they are not kept. Malformed data is counted, never thrown:
   * a malformed stream event is skipped and the next one is read.
   */
  void feed(byte[] bytes, int offset, int length);

  /**
   * The body ended, whoever ended it: an event that lacks only its last line break is complete. One
   * that was cut off, like a document that was, is neither complete nor malformed.
   */
  void endOfInput();

  /**
   * Whether the protocol's terminal event was read (stream), or the document was closed (JSON):
   * nothing that follows can change the facts.
   */
  boolean isComplete();

  /** Stream events read so far that carried output, the terminal event not among them. */
  long chunks();

  /** Events or documents that could not be parsed so far. */
  int malformed();

  /** The response's model so far, null until it is known. */
  @Nullable
  String modelSoFar();

  /**
   * What the response said. The status of its usage is {@code MEASURED} once the final counts were
   * read, {@code PARTIAL} when only provisional ones were (placeholder counts are left out), and
   * {@code ABSENT} when none were.
   */
  ResponseFacts facts();
}
