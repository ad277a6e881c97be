package io.opentelemetry.javaagent.costspan.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.opentelemetry.javaagent.costspan.catalogue.JsonValue.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads somebody's JSON whole, trusting nothing: depth is bounded, and numbers are not computed. */
final class JsonDocument {

  /** The lists that we know nest seven levels deep. */
  private static final int MAX_DEPTH = 32;

  static final JsonFactory FACTORY =
      JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

  private final String sourceName;
  private final JsonParser parser;

  private JsonDocument(String sourceName, JsonParser parser) {
    this.sourceName = sourceName;
    this.parser = parser;
  }

  /**
   * Reads one value and nothing after it.
   *
   * @param sourceName what errors call the file
   */
  static JsonValue read(String json, String sourceName) throws CatalogueException {
    try (JsonParser parser = FACTORY.createParser(json)) {
      return new JsonDocument(sourceName, parser).root();
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new CatalogueException(
          sourceName + ", line " + line + ": not JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new CatalogueException(sourceName + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private JsonValue root() throws IOException, CatalogueException {
    if (parser.nextToken() == null) {
      throw problem("it is empty");
    }
    JsonValue root = value(0);
    if (parser.nextToken() != null) {
      throw problem("there is something after the end of the list");
    }
    return root;
  }

  private JsonValue value(int depth) throws IOException, CatalogueException {
    if (depth > MAX_DEPTH) {
      throw problem("nested too deeply");
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return object(depth);
    }
    if (token == JsonToken.START_ARRAY) {
      return array(depth);
    }
    return JsonValue.scalar(kind(token), line(), parser.getText());
  }

  /** Of a name that stands twice the last counts, as it does for those who publish these lists. */
  private JsonValue object(int depth) throws IOException, CatalogueException {
    int line = line();
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      fields.put(name, value(depth + 1));
    }
    return JsonValue.object(line, fields);
  }

  private JsonValue array(int depth) throws IOException, CatalogueException {
    int line = line();
    List<JsonValue> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(depth + 1));
    }
    return JsonValue.array(line, items);
  }

  private static Kind kind(JsonToken token) {
    if (token == JsonToken.VALUE_STRING) {
      return Kind.TEXT;
    }
    return token.isNumeric() ? Kind.NUMBER : Kind.OTHER;
  }

  private CatalogueException problem(String what) {
    return new CatalogueException(sourceName + ", line " + line() + ": " + what);
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }
}
