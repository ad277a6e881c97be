package io.opentelemetry.javaagent.costspan.price;

import io.opentelemetry.javaagent.costspan.usage.Leaf;
import org.jspecify.annotations.Nullable;

/** A rate of the price book, in USD per million tokens: its name there and the leaf it prices. */
enum Rate {
  INPUT("input", Leaf.INPUT, null),
  /** Without a rate of its own a cached token costs what any other input token costs. */
  CACHE_READ("cache_read", Leaf.CACHE_READ, INPUT),
  /** OpenAI models before GPT-5.6 have no write fee: a written token is an input token. */
  CACHE_WRITE_5M("cache_write_5m", Leaf.CACHE_WRITE_5M, INPUT),
  /** No default: whoever offers two lifetimes charges more for the longer one. */
  CACHE_WRITE_1H("cache_write_1h", Leaf.CACHE_WRITE_1H, null),
  AUDIO_INPUT("audio_input", Leaf.AUDIO_INPUT, null),
  OUTPUT("output", Leaf.OUTPUT, null),
  REASONING("reasoning", Leaf.REASONING, OUTPUT),
  AUDIO_OUTPUT("audio_output", Leaf.AUDIO_OUTPUT, null);

  private final String field;
  private final Leaf leaf;
  private final @Nullable Rate otherwise;

  Rate(String field, Leaf leaf, @Nullable Rate otherwise) {
    this.field = field;
    this.leaf = leaf;
    this.otherwise = otherwise;
  }

  /** Name of the rate in the book. */
  String field() {
    return field;
  }

  Leaf leaf() {
    return leaf;
  }

  /** The rate that applies when the book leaves this one out; null when there is then no price. */
  @Nullable
  Rate otherwise() {
    return otherwise;
  }
}
