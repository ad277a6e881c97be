package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cells that are known to be wrong in one source, and rates that nobody could settle. Found by
 * comparing eight lists, 2026-11-21.
 */
final class KnownErrors {

  private static final List<Cell> WRONG = Arrays.asList(
      // 12.50 and 75.00 on the page, 2.5 times the standard rates; the catalogue has 2 times.
      new Cell(Source.LITELLM, "gpt-5\\.5.*", "priority", null),
      new Cell(Source.LITELLM, "gpt-5-nano.*", "priority", null),
      // 6.00 for every Claude 3.
      new Cell(Source.LITELLM, ".*claude-3-(haiku|opus|sonnet).*", "", RateName.CACHE_WRITE_1H),
      new Cell(Source.LITELLM, "codestral-latest", "", null),
      new Cell(Source.LITELLM, "gpt-4o-(mini-)?transcribe.*", "", RateName.AUDIO_INPUT),
      // The price of Claude 3 Haiku.
      new Cell(Source.LITELLM, "eu\\.anthropic\\.claude-3-5-haiku-20241022-v1:0", null, null),
      // A thousand times its siblings'.
      new Cell(Source.LITELLM, "embed-multilingual-light-v3\\.0", null, null),
      // The price of a thousand requests, in the column of tokens.
      new Cell(Source.LITELLM, ".*twelvelabs\\.marengo.*", null, RateName.INPUT),
      // The surcharge ended on 2026-03-13.
      new Cell(Source.GENAI_PRICES, "claude-opus-4-6", null, null).ofLongContext(),
      // There is no cached rate.
      new Cell(Source.LITELLM, "gpt-5\\.[45]-pro.*", null, RateName.CACHE_READ));

  private KnownErrors() {}

  static boolean isWrong(Source source, String model, Terms terms, RateName rate) {
    for (Cell cell : WRONG) {
      if (cell.source == source && cell.covers(model, terms, rate)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the rate exists and nobody could tell it. */
  static boolean isUnsettled(String provider, String model, RateName rate) {
    if (rate == RateName.AUDIO_INPUT || rate == RateName.AUDIO_CACHE_READ) {
      return provider.startsWith("gcp.") && model.matches("gemini-3\\.5-flash(-preview.*)?");
    }
    return rate == RateName.CACHE_WRITE_5M
        && provider.equals("aws.bedrock")
        && model.contains("amazon.nova-");
  }

  /** Some cells of some models; null is any. */
  private static final class Cell {
    private final Source source;
    private final Pattern model;
    private final @Nullable String tier;
    private final @Nullable RateName rate;
    private boolean longContextOnly;

    Cell(Source source, String model, @Nullable String tier, @Nullable RateName rate) {
      this.source = source;
      this.model = Pattern.compile("(.*/)?" + model);
      this.tier = tier;
      this.rate = rate;
    }

    Cell ofLongContext() {
      longContextOnly = true;
      return this;
    }

    boolean covers(String otherModel, Terms terms, RateName otherRate) {
      return (tier == null || tier.equals(terms.tier()))
          && (rate == null || rate == otherRate)
          && (!longContextOnly || terms.tokens() > 0)
          && model.matcher(otherModel).matches();
    }
  }
}
