package io.costspan.smoke.runner.soak;

import java.util.Set;

/** A way to make a call, and what the provider does with it. */
public enum Shape {
  CALL("plain", 12),
  ASYNC("plain", 8),
  STREAM("plain", 12),
  ASYNC_STREAM("plain", 8),
  RESPONSES("plain", 6, Sdk.OPENAI, Sdk.OKHTTP),
  RESPONSES_STREAM("plain", 6, Sdk.OPENAI, Sdk.OKHTTP),
  EMBEDDINGS("plain", 4, Sdk.OPENAI, Sdk.OKHTTP, Sdk.JDK, Sdk.APACHE5),
  EMBEDDINGS_BASE64("plain", 2, Sdk.OPENAI, Sdk.OKHTTP, Sdk.JDK, Sdk.APACHE5),
  TOOL_CALL("tool-call", 4),
  TOOL_CALL_STREAM("tool-call", 4),
  BIG_ANSWER("big-answer", 2),
  BIG_STREAM("big-answer", 2),
  TIER_DOWNGRADED("tier-downgraded", 2, Sdk.OPENAI, Sdk.OKHTTP, Sdk.JDK, Sdk.APACHE5),
  UNKNOWN_MODEL("plain", 3),
  MISSING_USAGE("missing-usage", 2),
  STREAM_NOT_ASKED("plain", 2, Sdk.OPENAI, Sdk.OKHTTP, Sdk.JDK, Sdk.APACHE5),
  STREAM_LEFT("stream-held", 4),
  STREAM_CUT_OFF("stream-cut-off", 3),
  CORRUPT_CHUNK("corrupt-chunk", 2),
  RAW_UNREAD("plain", 2, Sdk.OPENAI, Sdk.ANTHROPIC, Sdk.OKHTTP, Sdk.APACHE5),
  BAD_REQUEST("400", 3),
  BAD_REQUEST_ASYNC("400", 2),
  RETRIED("429-then-200", 3, Sdk.OPENAI, Sdk.ANTHROPIC, Sdk.OKHTTP, Sdk.APACHE5),
  RETRIED_ASYNC("429-then-200", 2, Sdk.OPENAI, Sdk.ANTHROPIC, Sdk.OKHTTP, Sdk.APACHE5),
  RATE_LIMITED("429", 2),
  SERVER_ERROR("500", 2),
  NOBODY_LISTENS("plain", 2),
  /** Cancelled after the provider has the request, and before it answers. */
  CANCELLED("held", 3),
  /**
   * Cancelled at once: whether before or after the answer is read is open. The JDK's client closes
   * a connection then that another call may have by now, which fails, with and without an agent.
   */
  RACED("plain", 2, Sdk.OPENAI, Sdk.ANTHROPIC, Sdk.OKHTTP, Sdk.APACHE5),
  /** Given up by the client after a second, in which the provider says nothing. */
  TIMED_OUT("held", 1, Sdk.OPENAI, Sdk.ANTHROPIC, Sdk.OKHTTP);

  private final String script;
  private final int weight;
  private final Set<Sdk> sdks;

  Shape(String script, int weight, Sdk... sdks) {
    this.script = script;
    this.weight = weight;
    this.sdks = Set.of(sdks.length == 0 ? Sdk.values() : sdks);
  }

  /** What the provider is asked for, in the prompt. */
  public String script() {
    return script;
  }

  int weight() {
    return weight;
  }

  boolean isPossibleWith(Sdk sdk) {
    return sdks.contains(sdk);
  }

  public boolean isEmbeddings() {
    return this == EMBEDDINGS || this == EMBEDDINGS_BASE64;
  }

  public boolean isAsync() {
    return switch (this) {
      case ASYNC, ASYNC_STREAM, BAD_REQUEST_ASYNC, RETRIED_ASYNC, CANCELLED, RACED -> true;
      default -> false;
    };
  }
}
