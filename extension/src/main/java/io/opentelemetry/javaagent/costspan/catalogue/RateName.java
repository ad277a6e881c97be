package io.opentelemetry.javaagent.costspan.catalogue;

import org.jspecify.annotations.Nullable;

/** A rate by its name in our book, what it is per, and the rate that stands in where it is left out. */
enum RateName {
  INPUT("input", Per.MILLION_TOKENS, null),
  CACHE_READ("cache_read", Per.MILLION_TOKENS, INPUT),
  CACHE_WRITE_5M("cache_write_5m", Per.MILLION_TOKENS, INPUT),
  CACHE_WRITE_1H("cache_write_1h", Per.MILLION_TOKENS, null),
  AUDIO_INPUT("audio_input", Per.MILLION_TOKENS, null),
  IMAGE_INPUT("image_input", Per.MILLION_TOKENS, INPUT),
  VIDEO_INPUT("video_input", Per.MILLION_TOKENS, INPUT),
  AUDIO_CACHE_READ("audio_cache_read", Per.MILLION_TOKENS, AUDIO_INPUT),
  IMAGE_CACHE_READ("image_cache_read", Per.MILLION_TOKENS, IMAGE_INPUT),
  OUTPUT("output", Per.MILLION_TOKENS, null),
  REASONING("reasoning", Per.MILLION_TOKENS, OUTPUT),
  AUDIO_OUTPUT("audio_output", Per.MILLION_TOKENS, null),
  IMAGE_OUTPUT("image_output", Per.MILLION_TOKENS, null),
  VIDEO_OUTPUT("video_output", Per.MILLION_TOKENS, null),

  IMAGE("image", Per.UNIT, null),
  INPUT_IMAGE("input_image", Per.UNIT, null),
  AUDIO_INPUT_SECOND("audio_input_second", Per.UNIT, null),
  AUDIO_OUTPUT_SECOND("audio_output_second", Per.UNIT, null),
  VIDEO_INPUT_SECOND("video_input_second", Per.UNIT, null),
  VIDEO_OUTPUT_SECOND("video_output_second", Per.UNIT, null),
  INPUT_CHARACTER("input_character", Per.UNIT, null),
  OUTPUT_CHARACTER("output_character", Per.UNIT, null),
  PAGE("page", Per.UNIT, null),
  ANNOTATED_PAGE("annotated_page", Per.UNIT, null),
  SEARCH_UNIT("search_unit", Per.UNIT, null),
  REQUEST("request", Per.UNIT, null),

  WEB_SEARCH("web_search", Per.THOUSAND, null),
  WEB_SEARCH_PREVIEW("web_search_preview", Per.THOUSAND, null),
  FILE_SEARCH("file_search", Per.THOUSAND, null),
  GROUNDING_QUERY("grounding_query", Per.THOUSAND, null),
  GROUNDED_PROMPT("grounded_prompt", Per.THOUSAND, null),
  CODE_EXECUTION("code_execution", Per.THOUSAND, null);

  /** The part of a price in which a rate stands. */
  enum Per {
    MILLION_TOKENS("usd_per_million_tokens"),
    UNIT("usd_per_unit"),
    THOUSAND("usd_per_thousand");

    private final String field;

    Per(String field) {
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  private final String field;
  private final Per per;
  private final @Nullable RateName otherwise;

  RateName(String field, Per per, @Nullable RateName otherwise) {
    this.field = field;
    this.per = per;
    this.otherwise = otherwise;
  }

  String field() {
    return field;
  }

  Per per() {
    return per;
  }

  /** What applies where a row leaves the rate out; null when there is then no price. */
  @Nullable
  RateName otherwise() {
    return otherwise;
  }

  /** The rate of this name; null when there is none. */
  static @Nullable RateName of(String field) {
    for (RateName rate : values()) {
      if (rate.field.equals(field)) {
        return rate;
      }
    }
    return null;
  }
}
