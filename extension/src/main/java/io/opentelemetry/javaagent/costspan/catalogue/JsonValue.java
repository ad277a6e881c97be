package io.opentelemetry.javaagent.costspan.catalogue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value out of somebody's JSON, and the line it begins on. Numbers keep the digits that they were
 * written with. Asked for what it is not, a value answers with nothing. Immutable.
 */
final class JsonValue {

  enum Kind {
    OBJECT,
    ARRAY,
    TEXT,
    NUMBER,
    /** true, false, null. */
    OTHER
  }

  private final Kind kind;
  private final int line;
  private final String text;
  private final Map<String, JsonValue> fields;
  private final List<JsonValue> items;

  private JsonValue(
      Kind kind, int line, String text, Map<String, JsonValue> fields, List<JsonValue> items) {
    this.kind = kind;
    this.line = line;
    this.text = text;
    this.fields = fields;
    this.items = items;
  }

  static JsonValue object(int line, Map<String, JsonValue> fields) {
    return new JsonValue(
        Kind.OBJECT,
        line,
        "an object",
        Collections.unmodifiableMap(fields),
        Collections.emptyList());
  }

  static JsonValue array(int line, List<JsonValue> items) {
    return new JsonValue(
        Kind.ARRAY, line, "an array", Collections.emptyMap(), Collections.unmodifiableList(items));
  }

  static JsonValue scalar(Kind kind, int line, String text) {
    return new JsonValue(kind, line, text, Collections.emptyMap(), Collections.emptyList());
  }

  Kind kind() {
    return kind;
  }

  boolean is(Kind other) {
    return kind == other;
  }

  int line() {
    return line;
  }

  /** The text or the digits; of anything else, a word for it. */
  String text() {
    return text;
  }

  Map<String, JsonValue> fields() {
    return fields;
  }

  List<JsonValue> items() {
    return items;
  }

  @Nullable
  JsonValue get(String field) {
    return fields.get(field);
  }

  /** The text in a field; null when it is absent or no text. */
  @Nullable
  String textOf(String field) {
    JsonValue value = fields.get(field);
    return value != null && value.is(Kind.TEXT) ? value.text : null;
  }

  /** The items of an array in a field; none when it is absent or no array. */
  List<JsonValue> itemsOf(String field) {
    JsonValue value = fields.get(field);
    return value == null ? Collections.emptyList() : value.items;
  }

  /** The fields of an object in a field; none when it is absent or no object. */
  Map<String, JsonValue> fieldsOf(String field) {
    JsonValue value = fields.get(field);
    return value == null ? Collections.emptyMap() : value.fields;
  }
}
