package io.opentelemetry.javaagent.costspan.wire;

import org.jspecify.annotations.Nullable;

/** What a line of a batch's results looks like, and what it says. Immutable. */
interface BatchLine {

  JsonShape<Reply> shape();

  /** Whether it is a line of such a file: whatever can be downloaded may have lines of JSON. */
  boolean isResult(Reply line);

  /**
   * The format of the response in the line; null when there is none, and nothing to pay for: the
   * request failed, expired or was cancelled.
   */
  @Nullable
  WireFormat format(Reply line);
}
