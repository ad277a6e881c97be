package io.opentelemetry.javaagent.costspan.tap.principal;

import io.opentelemetry.javaagent.costspan.attribution.Seen;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Passes on what an accepted token says. Never throws. */
final class TokenTap {

  private TokenTap() {}

  /** Counts for a request with no other token before: the first is the one that it came with. */
  static void accepted(Function<String, @Nullable Object> claim) {
    try {
      if (Seen.lacksClaims()) {
        Seen.claims(claim);
      }
    } catch (Throwable t) {
      LlmCalls.failed("principal", t);
    }
  }
}
