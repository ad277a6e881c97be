package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.usage.Leaf;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A rate of the price book: its name there, the leaf that it prices, and what it is a rate of. */
enum Rate {
  INPUT("input", Leaf.INPUT, Unit.MILLION_TOKENS, null),
  /** Without a rate of its own a cached token costs what any other input token costs. */
  CACHE_READ("cache_read", Leaf.CACHE_READ, Unit.MILLION_TOKENS, INPUT),
  /** OpenAI models before GPT-5.6 have no write fee: a written token is an input token. */
  CACHE_WRITE_5M("cache_write_5m", Leaf.CACHE_WRITE_5M, Unit.MILLION_TOKENS, INPUT),
  /** No default: whoever offers two lifetimes charges more for the longer one. */
  CACHE_WRITE_1H("cache_write_1h", Leaf.CACHE_WRITE_1H, Unit.MILLION_TOKENS, null),
  AUDIO_INPUT("audio_input", Leaf.AUDIO_INPUT, Unit.MILLION_TOKENS, null),
  IMAGE_INPUT("image_input", Leaf.IMAGE_INPUT, Unit.MILLION_TOKENS, INPUT),
  VIDEO_INPUT("video_input", Leaf.VIDEO_INPUT, Unit.MILLION_TOKENS, INPUT),
  AUDIO_CACHE_READ("audio_cache_read", Leaf.AUDIO_CACHE_READ, Unit.MILLION_TOKENS, AUDIO_INPUT),
  IMAGE_CACHE_READ("image_cache_read", Leaf.IMAGE_CACHE_READ, Unit.MILLION_TOKENS, IMAGE_INPUT),
  OUTPUT("output", Leaf.OUTPUT, Unit.MILLION_TOKENS, null),
  REASONING("reasoning", Leaf.REASONING, Unit.MILLION_TOKENS, OUTPUT),
  AUDIO_OUTPUT("audio_output", Leaf.AUDIO_OUTPUT, Unit.MILLION_TOKENS, null),
  IMAGE_OUTPUT("image_output", Leaf.IMAGE_OUTPUT, Unit.MILLION_TOKENS, null),
  VIDEO_OUTPUT("video_output", Leaf.VIDEO_OUTPUT, Unit.MILLION_TOKENS, null),

  IMAGE("image", Leaf.IMAGE, Unit.PIECE, null),
  INPUT_IMAGE("input_image", Leaf.INPUT_IMAGE, Unit.PIECE, null),
  AUDIO_INPUT_SECOND("audio_input_second", Leaf.AUDIO_INPUT_MILLI, Unit.SECOND, null),
  AUDIO_OUTPUT_SECOND("audio_output_second", Leaf.AUDIO_OUTPUT_MILLI, Unit.SECOND, null),
  VIDEO_INPUT_SECOND("video_input_second", Leaf.VIDEO_INPUT_MILLI, Unit.SECOND, null),
  VIDEO_OUTPUT_SECOND("video_output_second", Leaf.VIDEO_OUTPUT_MILLI, Unit.SECOND, null),
  INPUT_CHARACTER("input_character", Leaf.INPUT_CHARACTER, Unit.PIECE, null),
  OUTPUT_CHARACTER("output_character", Leaf.OUTPUT_CHARACTER, Unit.PIECE, null),
  PAGE("page", Leaf.PAGE, Unit.PIECE, null),
  ANNOTATED_PAGE("annotated_page", Leaf.ANNOTATED_PAGE, Unit.PIECE, null),
  SEARCH_UNIT("search_unit", Leaf.SEARCH_UNIT, Unit.PIECE, null),
  REQUEST("request", Leaf.REQUEST, Unit.PIECE, null),

  WEB_SEARCH("web_search", Leaf.WEB_SEARCH, Unit.THOUSAND_CALLS, null),
  WEB_SEARCH_PREVIEW("web_search_preview", Leaf.WEB_SEARCH_PREVIEW, Unit.THOUSAND_CALLS, null),
  FILE_SEARCH("file_search", Leaf.FILE_SEARCH, Unit.THOUSAND_CALLS, null),
  GROUNDING_QUERY("grounding_query", Leaf.GROUNDING_QUERY, Unit.THOUSAND_CALLS, null),
  GROUNDED_PROMPT("grounded_prompt", Leaf.GROUNDED_PROMPT, Unit.THOUSAND_CALLS, null),
  CODE_EXECUTION("code_execution", Leaf.CODE_EXECUTION, Unit.THOUSAND_CALLS, null);

  /** What an amount of USD in the book is for. */
  enum Unit {
    MILLION_TOKENS("million tokens", 6),
    PIECE("piece", 0),
    /** The leaf counts milliseconds. */
    SECOND("second", 3),
    THOUSAND_CALLS("thousand calls", 3);

    private final String words;
    private final int powerOfTen;

    Unit(String words, int powerOfTen) {
      this.words = words;
      this.powerOfTen = powerOfTen;
    }

    /** For people. */
    String words() {
      return words;
    }
  }

  private final String field;
  private final Leaf leaf;
  private final Unit unit;
  private final @Nullable Rate otherwise;

  Rate(String field, Leaf leaf, Unit unit, @Nullable Rate otherwise) {
    this.field = field;
    this.leaf = leaf;
    this.unit = unit;
    this.otherwise = otherwise;
  }

  /** The rate that prices a leaf; null for what no book can price. */
  static @Nullable Rate of(Leaf leaf) {
    for (Rate rate : values()) {
      if (rate.leaf == leaf) {
        return rate;
      }
    }
    return null;
  }

  /** Name of the rate in the book. */
  String field() {
    return field;
  }

  Leaf leaf() {
    return leaf;
  }

  Unit unit() {
    return unit;
  }

  /** The rate that applies when the book leaves this one out; null when there is then no price. */
  @Nullable
  Rate otherwise() {
    return otherwise;
  }

  /** USD for a {@link #unit()}, of USD for one of what the leaf counts. */
  BigDecimal perUnit(BigDecimal usdPerLeaf) {
    return usdPerLeaf.movePointRight(unit.powerOfTen);
  }

  /** USD for one of what the leaf counts, where the book has USD for a {@link #unit()}. */
  BigDecimal perLeaf(BigDecimal usdPerUnit) {
    return usdPerUnit.movePointLeft(unit.powerOfTen);
  }
}
