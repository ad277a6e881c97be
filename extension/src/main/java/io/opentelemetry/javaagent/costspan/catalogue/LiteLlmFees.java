package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What LiteLLM has for a search that the provider makes, by how much of the web it reads. */
final class LiteLlmFees {

  private static final String FIELD = "search_context_cost_per_query";

  private LiteLlmFees() {}

  static void add(
      Numbers numbers, String provider, String id, JsonValue model, String place, RateTable rates)
      throws CatalogueException {
    Set<Figure> figures = new HashSet<>();
    for (Map.Entry<String, JsonValue> size : model.fieldsOf(FIELD).entrySet()) {
      Figure figure = numbers.rate(size.getValue(), 3, place + " " + size.getKey());
      if (figure != null) {
        figures.add(figure);
      }
    }
    if (figures.size() > 1) {
      // Which size it was, no response tells: every call has a fee, and nobody knows which.
      rates.put(Terms.STANDARD, RateName.REQUEST, Figure.UNKNOWN);
    } else if (!figures.isEmpty() && !provider.equals("aws.bedrock")) {
      // Bedrock has no such tool; LiteLLM copied the row of Anthropic.
      rates.put(Terms.STANDARD, rate(provider, id), figures.iterator().next());
    }
  }

  private static RateName rate(String provider, String id) {
    return provider.startsWith("gcp.") && id.contains("gemini")
        ? Grounding.of(id)
        : RateName.WEB_SEARCH;
  }
}
