package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A price per token in LiteLLM's catalogue: the rate and the terms that are in the field's name. */
final class LiteLlmField {

  private static final Map<String, RateName> RATES = rates();

  private static final Pattern SHAPE = Pattern.compile(
      "([a-z_]+?(?:_above_1hr)?)(?:_above_(\\d{1,6})k_tokens)?(?:_(flex|priority|batches))?");

  private final RateName rate;
  private final Terms terms;

  private LiteLlmField(RateName rate, Terms terms) {
    this.rate = rate;
    this.terms = terms;
  }

  /** Null for a field that is no price per token, or one whose terms we do not know. */
  static @Nullable LiteLlmField of(String field, String model) {
    RateName plain = RATES.get(field);
    if (plain != null) {
      return new LiteLlmField(plain, Terms.STANDARD);
    }
    Matcher shape = SHAPE.matcher(field);
    RateName rate = shape.matches() ? RATES.get(shape.group(1)) : null;
    return rate == null
        ? null
        : new LiteLlmField(rate, terms(shape.group(2), shape.group(3), model));
  }

  RateName rate() {
    return rate;
  }

  Terms terms() {
    return terms;
  }

  private static Terms terms(@Nullable String thousands, @Nullable String tier, String model) {
    Terms terms = Terms.STANDARD;
    if (tier != null) {
      terms = terms.tier(tier.equals("batches") ? "batch" : tier);
    }
    return thousands == null
        ? terms
        : Brackets.above(terms, model, Long.parseLong(thousands) * 1000);
  }

  private static Map<String, RateName> rates() {
    Map<String, RateName> rates = new HashMap<>();
    rates.put("input_cost_per_token", RateName.INPUT);
    rates.put("output_cost_per_token", RateName.OUTPUT);
    rates.put("cache_read_input_token_cost", RateName.CACHE_READ);
    rates.put("input_cost_per_token_cache_hit", RateName.CACHE_READ);
    rates.put("cache_creation_input_token_cost", RateName.CACHE_WRITE_5M);
    rates.put("cache_creation_input_token_cost_above_1hr", RateName.CACHE_WRITE_1H);
    rates.put("input_cost_per_audio_token", RateName.AUDIO_INPUT);
    rates.put("cache_read_input_audio_token_cost", RateName.AUDIO_CACHE_READ);
    rates.put("output_cost_per_audio_token", RateName.AUDIO_OUTPUT);
    rates.put("input_cost_per_image_token", RateName.IMAGE_INPUT);
    rates.put("output_cost_per_image_token", RateName.IMAGE_OUTPUT);
    rates.put("output_cost_per_reasoning_token", RateName.REASONING);
    rates.put("output_cost_per_video_token", RateName.VIDEO_OUTPUT);
    return rates;
  }
}
