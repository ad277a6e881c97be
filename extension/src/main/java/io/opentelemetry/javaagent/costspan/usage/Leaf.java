package io.opentelemetry.javaagent.costspan.usage;

import org.jspecify.annotations.Nullable;

/** A billable quantity. Leaves are disjoint: each token is in exactly one, so they add up. */
public enum Leaf {
  /** Text, and whatever has no leaf of its own. */
  INPUT("input"),
  CACHE_READ("cache_read"),
  CACHE_WRITE_5M("cache_write"),
  CACHE_WRITE_1H("cache_write"),
  AUDIO_INPUT("audio_input"),
  IMAGE_INPUT("image_input"),
  VIDEO_INPUT("video_input"),
  AUDIO_CACHE_READ("cache_read"),
  IMAGE_CACHE_READ("cache_read"),
  OUTPUT("output"),
  REASONING("reasoning"),
  AUDIO_OUTPUT("audio_output"),
  IMAGE_OUTPUT("image_output"),
  VIDEO_OUTPUT("video_output"),

  IMAGE(Count.IMAGES),
  INPUT_IMAGE(Count.INPUT_IMAGES),
  AUDIO_INPUT_MILLI(Count.AUDIO_INPUT_MILLIS),
  AUDIO_OUTPUT_MILLI(Count.AUDIO_OUTPUT_MILLIS),
  VIDEO_INPUT_MILLI(Count.VIDEO_INPUT_MILLIS),
  VIDEO_OUTPUT_MILLI(Count.VIDEO_OUTPUT_MILLIS),
  INPUT_CHARACTER(Count.INPUT_CHARACTERS),
  OUTPUT_CHARACTER(Count.OUTPUT_CHARACTERS),
  PAGE(Count.PAGES),
  ANNOTATED_PAGE(Count.ANNOTATED_PAGES),
  SEARCH_UNIT(Count.SEARCH_UNITS),
  /** The call itself, where each one has a price; nobody reports it. */
  REQUEST,

  WEB_SEARCH(Count.WEB_SEARCHES),
  WEB_SEARCH_PREVIEW(Count.WEB_SEARCH_PREVIEWS),
  FILE_SEARCH(Count.FILE_SEARCHES),
  GROUNDING_QUERY(Count.GROUNDING_QUERIES),
  GROUNDED_PROMPT(Count.GROUNDED_PROMPTS),
  CODE_EXECUTION(Count.CODE_EXECUTIONS),
  OTHER_TOOL_CALL(Count.OTHER_TOOL_CALLS),
  SEPARATELY_BILLED_RUN(Count.SEPARATELY_BILLED_RUNS);

  private final @Nullable String tokenKind;
  private final @Nullable Count count;

  Leaf() {
    this.tokenKind = null;
    this.count = null;
  }

  Leaf(String tokenKind) {
    this.tokenKind = tokenKind;
    this.count = null;
  }

  Leaf(Count count) {
    this.tokenKind = null;
    this.count = count;
  }

  /** Whether the leaf counts tokens; the others count pieces, calls of a tool or model runs. */
  public boolean isTokens() {
    return tokenKind != null;
  }

  /** Whether the leaf counts calls on the provider's side, which a call may make besides tokens. */
  public boolean isToolCalls() {
    return ordinal() >= WEB_SEARCH.ordinal();
  }

  /** Value of {@code llm.token.kind}; several leaves may share one. Only for token leaves. */
  public String tokenKind() {
    if (tokenKind == null) {
      throw new IllegalArgumentException(this + " does not count tokens");
    }
    return tokenKind;
  }

  /** The count that the leaf is, as it was reported; null for the others, which are worked out. */
  @Nullable
  Count count() {
    return count;
  }
}
