package io.opentelemetry.javaagent.costspan.catalogue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * LiteLLM's catalogue ({@code model_prices_and_context_window.json}) as a price file: whoever has one
 * need not rewrite it.
 */
public final class LiteLlmCatalogue {

  private LiteLlmCatalogue() {}

  /**
   * Whether a text is such a catalogue: a JSON object in which the first model that says what it
   * costs, or whose it is, says so as LiteLLM does. Never fails.
   */
  public static boolean looksLikeOne(String json) {
    try (JsonParser parser = JsonDocument.FACTORY.createParser(json)) {
      return parser.nextToken() == JsonToken.START_OBJECT && hasModel(parser);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static boolean hasModel(JsonParser parser) throws IOException {
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return false;
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (depth == 1 && name.equals("entries")) {
          return false;
        }
        if (depth == 2 && (name.equals("litellm_provider") || name.contains("_cost_per_"))) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * The catalogue as a document of our format, to be laid over the bundled book. Models without a
   * price are left out, and so are prices of 0, for unknown is not free.
   *
   * @param sourceName what errors and the book call the file
   * @throws CatalogueException when it is no such catalogue; it names the file, and the line or the
   *     model and the field
   */
  public static String toBook(String json, String sourceName) throws CatalogueException {
    try {
      return book(json, sourceName);
    } catch (RuntimeException | StackOverflowError e) {
      throw new CatalogueException(sourceName + ": cannot be read: " + e, e);
    }
  }

  private static String book(String json, String sourceName) throws CatalogueException {
    PriceList list = LiteLlmReader.read(json, sourceName, LocalDate.MAX);
    List<Entry> entries = new ArrayList<>();
    for (ListedModel model : list.models()) {
      entries.add(new Entry(model, Collections.singletonList("litellm"), "", ""));
    }
    if (entries.isEmpty()) {
      throw new CatalogueException(sourceName + ": no model in it has a price");
    }
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put("litellm", "a catalogue of LiteLLM: " + sourceName);
    return BookWriter.write(Collections.emptyList(), null, sources, entries);
  }
}
