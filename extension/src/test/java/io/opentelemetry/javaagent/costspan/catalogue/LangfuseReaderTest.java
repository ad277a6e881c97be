package io.opentelemetry.javaagent.costspan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LangfuseReaderTest {

  private static final String FLEX = "{\"key\": \"service_tier\", \"values\": [\"flex\"]}";
  private static final String FAST =
      "{\"key\": \"service_tier\", \"values\": [\"fast\", \"priority\"]}";
  private static final String LONG =
      "{\"usageDetailPattern\": \"(input)\", \"operator\": \"gt\", \"value\": 272000}";

  @Test
  void readsTheProductOfTiersAndBrackets() throws CatalogueException {
    PriceList list = read(
        "gpt-x",
        tier("", 1e-6) + "," + tier(FLEX, 5e-7) + "," + tier(FAST, 2e-6) + ","
            + tier(FLEX + "," + LONG, 1e-6));

    assertThat(Listed.priceOf(list, "openai/gpt-x"))
        .isEqualTo("{\"usd_per_million_tokens\": [{\"input\": \"1.00\"},"
            + " {\"service_tier\": \"flex\", \"input\": \"0.50\"},"
            + " {\"service_tier\": \"flex\", \"above_input_tokens\": 272000, \"input\": \"1.00\"},"
            + " {\"service_tier\": \"priority\", \"input\": \"2.00\"}]}");
  }

  @Test
  void readsTheSpeedOfClaude() throws CatalogueException {
    String fast = "{\"key\": \"speed\", \"values\": [\"fast\"]}";
    PriceList list = read("claude-x", tier("", 5e-6) + "," + tier(fast, 1e-5));

    assertThat(Listed.priceOf(list, "anthropic/claude-x"))
        .contains("{\"speed\": \"fast\", \"input\": \"10.00\"}");
  }

  @Test
  void skipsATierWhoseConditionItDoesNotKnow() throws CatalogueException {
    PriceList list = read(
        "gpt-x", tier("", 1e-6) + "," + tier("{\"key\": \"moon\", \"values\": [\"full\"]}", 9e-6));

    assertThat(Listed.priceOf(list, "openai/gpt-x"))
        .isEqualTo("{\"usd_per_million_tokens\": [{\"input\": \"1.00\"}]}");
    assertThat(list.skippedByReason()).containsKey("a condition that we do not know");
  }

  @ParameterizedTest
  @CsvSource({
    "claude-3.5-sonnet-20241022, anthropic/claude-3-5-sonnet-20241022",
    "claude-2.1, anthropic/claude-2.1",
    "gemini-2.5-pro, gcp.gemini/gemini-2.5-pro",
    "o3-pro, openai/o3-pro",
    "text-embedding-3-small, openai/text-embedding-3-small",
  })
  void knowsWhoseAModelIs(String name, String id) throws CatalogueException {
    assertThat(Listed.ids(read(name, tier("", 1e-6)))).containsExactly(id);
  }

  @Test
  void nobodySaysWhoseTheOldModelsOfGoogleAre() throws CatalogueException {
    assertThat(read("text-bison", tier("", 1e-6)).models()).isEmpty();
  }

  private static String tier(String conditions, double input) {
    return "{\"conditions\": [%s], \"prices\": {\"input\": %s, \"input_tokens\": %s}}"
        .formatted(conditions, input, input);
  }

  private static PriceList read(String name, String tiers) throws CatalogueException {
    String json = "[{\"modelName\": \"%s\", \"pricingTiers\": [%s]}]".formatted(name, tiers);
    return LangfuseReader.read(json, "sample", Listed.DAY);
  }
}
