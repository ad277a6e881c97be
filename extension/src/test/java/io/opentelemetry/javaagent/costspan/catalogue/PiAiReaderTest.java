package io.opentelemetry.javaagent.costspan.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PiAiReaderTest {

  @Test
  void readsRatesAndTiers() throws CatalogueException {
    PriceList list = read("xai", "grok-x", """
        {"input": 2, "output": 6, "cacheRead": 0.5, "cacheWrite": 0, "tiers": [
          {"inputTokensAbove": 200000, "input": 4, "output": 12, "cacheRead": 1, "cacheWrite": 0}]}""");

    assertThat(Listed.priceOf(list, "x_ai/grok-x"))
        .isEqualTo("{\"usd_per_million_tokens\": [{\"input\": \"2.00\", \"cache_read\": \"0.50\","
            + " \"output\": \"6.00\"}, {\"from_input_tokens\": 200000, \"input\": \"4.00\","
            + " \"cache_read\": \"1.00\", \"output\": \"12.00\"}]}");
  }

  @Test
  void zeroIsNoPrice() throws CatalogueException {
    PriceList list = read("nvidia", "x", "{\"input\": 0, \"output\": 0}");

    assertThat(list.models()).isEmpty();
    assertThat(list.skippedByReason().get("no price")).containsExactly("nvidia/x");
  }

  @Test
  void leavesOutPlansThatNobodyCanRead() throws CatalogueException {
    assertThat(read("minimax-cn", "x", "{\"input\": 1}").models()).isEmpty();
  }

  @Test
  void refusesATierAboveNothing() {
    assertThatThrownBy(() -> read("xai", "x", "{\"input\": 1, \"tiers\": [{\"input\": 2}]}"))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("xai/x, line 1: a tier above nothing");
  }

  private static PriceList read(String theirs, String id, String cost) throws CatalogueException {
    String json = "{\"providers\": {\"%s\": {\"%s\": {\"cost\": %s}}}}".formatted(theirs, id, cost);
    return PiAiReader.read(json, "sample", Listed.DAY);
  }
}
