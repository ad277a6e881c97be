package io.costspan.demo.picture;

import io.costspan.testbed.otlp.Attributes;
import java.util.ArrayList;
import java.util.List;

/** What an LLM call cost, for whom and how it went, in a few lines. */
final class CallCaption {
  private final List<String> lines = new ArrayList<>();

  private CallCaption() {}

  static List<String> of(Attributes call) {
    CallCaption caption = new CallCaption();
    caption.add("tokens", tokens(call));
    caption.add("cost", cost(call));
    caption.add("cache", new Phrase(call).usd("hit, saved %s", Names.CACHE_SAVED));
    caption.add("stream", stream(call));
    caption.add("result", result(call));
    caption.add("payer", payer(call));
    return caption.lines;
  }

  private void add(String heading, Phrase phrase) {
    if (!phrase.isEmpty()) {
      lines.add("%-8s%s".formatted(heading, phrase));
    }
  }

  private static Phrase tokens(Attributes call) {
    Phrase tokens = new Phrase(call)
        .add("in %,d", Names.INPUT_TOKENS)
        .count("cached %,d", Names.CACHE_READ_TOKENS)
        .count("written to cache %,d", Names.CACHE_WRITE_TOKENS)
        .add("out %,d", Names.OUTPUT_TOKENS)
        .count("reasoning %,d", Names.REASONING_TOKENS);
    return tokens.isEmpty() ? tokens.add("%s", Names.USAGE_STATUS) : tokens;
  }

  private static Phrase cost(Attributes call) {
    return new Phrase(call)
        .usd("%s", Names.AMOUNT)
        .add("unknown: %s", Names.UNPRICED_REASON)
        .usd("input %s", "llm.cost.input")
        .usd("cache read %s", "llm.cost.cache_read")
        .usd("cache write %s", "llm.cost.cache_write")
        .usd("output %s", "llm.cost.output");
  }

  private static Phrase stream(Attributes call) {
    return new Phrase(call)
        .add("%s", Names.STREAM_END)
        .add("first chunk after %.3f s", Names.FIRST_CHUNK);
  }

  private static Phrase result(Attributes call) {
    return new Phrase(call)
        .add("%s", Names.OUTCOME)
        .add("%s", Names.ERROR_TYPE)
        .add("retries %d", Names.RESEND_COUNT);
  }

  private static Phrase payer(Attributes call) {
    return new Phrase(call)
        .add("tenant %s", Names.TENANT)
        .add("feature %s", Names.FEATURE)
        .add("session %s", Names.SESSION);
  }
}
