package io.opentelemetry.javaagent.costspan.usage;

import org.jspecify.annotations.Nullable;

/** A billable quantity. Leaves are disjoint: each token is in exactly one, so they add up. */
public enum Leaf {
  INPUT("input"),
  CACHE_READ("cache_read"),
  CACHE_WRITE_5M("cache_write"),
  CACHE_WRITE_1H("cache_write"),
  AUDIO_INPUT("audio_input"),
  OUTPUT("output"),
  REASONING("reasoning"),
  AUDIO_OUTPUT("audio_output"),
  WEB_SEARCH(null),
  OTHER_TOOL_CALL(null),
  SEPARATELY_BILLED_RUN(null);

  private final @Nullable String tokenKind;

  Leaf(@Nullable String tokenKind) {
    this.tokenKind = tokenKind;
  }

  /** Whether the leaf counts tokens; the others count calls of a server-side tool or model runs. */
  public boolean isTokens() {
    return tokenKind != null;
  }

  /** Value of {@code llm.token.kind}; several leaves may share one. Only for token leaves. */
  public String tokenKind() {
    if (tokenKind == null) {
      throw new IllegalArgumentException(this + " does not count tokens");
    }
    return tokenKind;
  }
}
