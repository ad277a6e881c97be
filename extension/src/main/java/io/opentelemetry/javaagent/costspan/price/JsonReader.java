package io.opentelemetry.javaagent.costspan.price;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON into a small tree: {@link JsonObject}, {@code List}, {@code String}, {@code Long}. A
 * price book has no other values; rates are strings so that nothing takes them for doubles.
 */
final class JsonReader {

  /** A book nests six levels deep. */
  private static final int MAX_DEPTH = 32;

  private static final JsonFactory FACTORY = JsonFactory.builder()
      .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
      .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
      .build();

  private final String sourceName;
  private final JsonParser parser;

  private JsonReader(String sourceName, JsonParser parser) {
    this.sourceName = sourceName;
    this.parser = parser;
  }

  /**
   * Reads one object.
   *
   * @throws PriceBookException when the content is not one JSON object
   */
  static JsonObject read(InputStream json, String sourceName) throws IOException {
    try (JsonParser parser = FACTORY.createParser(json)) {
      return new JsonReader(sourceName, parser).root();
    } catch (JsonProcessingException e) {
      throw problem(sourceName, e);
    } catch (CharConversionException e) {
      throw new PriceBookException(sourceName + ", line 1: not JSON: " + e.getMessage(), e);
    }
  }

  /** Reads one object from a text, as {@link #read(InputStream, String)} does. */
  static JsonObject read(String json, String sourceName) throws IOException {
    try (JsonParser parser = FACTORY.createParser(json)) {
      return new JsonReader(sourceName, parser).root();
    } catch (JsonProcessingException e) {
      throw problem(sourceName, e);
    }
  }

  private JsonObject root() throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw problem("a price book is a JSON object");
    }
    JsonObject root = object(1);
    if (parser.nextToken() != null) {
      throw problem("there is something after the end of the book");
    }
    return root;
  }

  private JsonObject object(int depth) throws IOException {
    int line = line();
    Map<String, Object> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (fields.put(name, value(depth)) != null) {
        throw problem(name + " stands here twice");
      }
    }
    return new JsonObject(sourceName, line, fields);
  }

  private List<Object> array(int depth) throws IOException {
    List<Object> values = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(depth));
    }
    return values;
  }

  private Object value(int depth) throws IOException {
    if (depth >= MAX_DEPTH) {
      throw problem("nested too deeply");
    }
    switch (parser.currentToken()) {
      case START_OBJECT:
        return object(depth + 1);
      case START_ARRAY:
        return array(depth + 1);
      case VALUE_STRING:
        return parser.getText();
      case VALUE_NUMBER_INT:
        return parser.getLongValue();
      case VALUE_NUMBER_FLOAT:
        throw problem("a fraction is written as a string: \"" + parser.getText() + "\"");
      default:
        throw problem("unexpected " + parser.getText());
    }
  }

  private PriceBookException problem(String what) {
    return new PriceBookException(sourceName + ", line " + line() + ": " + what);
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private static PriceBookException problem(String sourceName, JsonProcessingException e) {
    return new PriceBookException(
        sourceName + ", line " + lineOf(e) + ": not JSON: " + e.getOriginalMessage(), e);
  }

  private static int lineOf(JsonProcessingException e) {
    return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
  }
}
