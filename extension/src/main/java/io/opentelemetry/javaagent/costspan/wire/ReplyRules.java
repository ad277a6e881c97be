package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the fields of a reply mean, where the formats differ. */
interface ReplyRules {

  /** Takes what a response's head says of the usage. */
  default void readHead(Reply reply, UnaryOperator<@Nullable String> header) {
    // Most formats say everything in the body.
  }

  /** Why the answer ended, where that does not stand in a choice. */
  default @Nullable String finishReason(Reply reply) {
    return reply.text(ReplyText.STOP_REASON);
  }

  /**
   * Turns the counts as they were sent into totals that include their parts.
   *
   * @param reply what else was sent
   */
  default void includeParts(Reply reply, Usage.Builder counts) {
    // As they were sent, unless a format says otherwise.
  }

  /** Whether the counts can be billed: a usage without its totals is only a part of one. */
  default boolean hasTotals(Reply reply, Usage.Builder counts) {
    return counts.has(Count.INPUT) && counts.has(Count.OUTPUT);
  }
}
