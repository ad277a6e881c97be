package io.opentelemetry.javaagent.costspan.price;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An object of a price book that knows where it stands, so that a complaint about a field says which
 * book, line, entry and field it is about. Every accessor throws {@link PriceBookException} when the
 * field is missing or has another type.
 */
final class JsonObject {

  // No exponent: 1e999999999 is nine characters that take minutes to multiply.
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,18})?");

  // Not LocalDate.parse: loading its formatters takes longer than reading all days of the book.
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private static final Pattern COUNT = Pattern.compile("\\d{1,18}");

  private static final int MAX_SHOWN = 200;

  private static final long MAX_COUNT = 1_000_000_000;

  private final String sourceName;
  private final int line;
  private final String prefix;
  private final Map<String, Object> fields;

  /** The outermost object of a book, or one that its parent has not handed out yet. */
  JsonObject(String sourceName, int line, Map<String, Object> fields) {
    this(sourceName, line, "", fields);
  }

  private JsonObject(String sourceName, int line, String prefix, Map<String, Object> fields) {
    this.sourceName = sourceName;
    this.line = line;
    this.prefix = prefix;
    this.fields = fields;
  }

  /** The same object under a name that says more than its position. */
  JsonObject named(String name) {
    return new JsonObject(sourceName, line, shortened(name) + ": ", fields);
  }

  boolean has(String field) {
    return fields.containsKey(field);
  }

  Set<String> names() {
    return fields.keySet();
  }

  /** Refuses fields of other names: a misspelt rate must not become a missing one. */
  void requireOnly(String... known) throws PriceBookException {
    for (String field : fields.keySet()) {
      if (!Arrays.asList(known).contains(field)) {
        throw problem(field, "is not known here; known are " + String.join(", ", known));
      }
    }
  }

  String text(String field) throws PriceBookException {
    Object value = required(field);
    if (!(value instanceof String) || ((String) value).isEmpty()) {
      throw problem(field, "is not a string with something in it");
    }
    return (String) value;
  }

  /** The id of a model as books write it: {@code provider/model}. */
  String modelId(String field) throws PriceBookException {
    String id = text(field);
    int slash = id.indexOf('/');
    if (slash <= 0 || slash == id.length() - 1) {
      throw problem(field, "is not provider/model");
    }
    return id;
  }

  /** An amount that is not negative: up to nine digits before the point and 18 after it. */
  BigDecimal decimal(String field) throws PriceBookException {
    String text = text(field);
    if (!DECIMAL.matcher(text).matches()) {
      throw problem(field, "is not a decimal such as \"0.40\"");
    }
    return new BigDecimal(text);
  }

  LocalDate day(String field) throws PriceBookException {
    return dayIn(field, text(field));
  }

  /** The day that a text of this field is. */
  LocalDate dayIn(String field, String text) throws PriceBookException {
    try {
      if (DAY.matcher(text).matches()) {
        return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
      }
    } catch (DateTimeException e) {
      // a 30 February: the same complaint
    }
    throw problem(field, "is not a day such as \"2026-11-21\"");
  }

  /** A whole number; YAML has no type for it, so there it is a text. */
  long count(String field) throws PriceBookException {
    Object value = required(field);
    if (value instanceof String && COUNT.matcher((String) value).matches()) {
      value = Long.valueOf((String) value);
    }
    if (!(value instanceof Long) || (Long) value < 1 || (Long) value > MAX_COUNT) {
      throw problem(field, "is not a whole number from 1 to " + MAX_COUNT);
    }
    return (Long) value;
  }

  JsonObject object(String field) throws PriceBookException {
    return child(field, required(field));
  }

  List<JsonObject> objects(String field) throws PriceBookException {
    List<?> values = list(field);
    List<JsonObject> objects = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      objects.add(child(field + "[" + i + "]", values.get(i)));
    }
    return objects;
  }

  List<String> texts(String field) throws PriceBookException {
    List<String> texts = new ArrayList<>();
    for (Object value : list(field)) {
      if (!(value instanceof String)) {
        throw problem(field, "is not an array of strings");
      }
      texts.add((String) value);
    }
    return texts;
  }

  /** What is wrong with a field of this object, and where it is. */
  PriceBookException problem(String field, String what) {
    Object value = fields.get(field);
    String shown = value instanceof String || value instanceof Long
        ? " \"" + shortened("" + value) + "\""
        : "";
    return new PriceBookException(
        sourceName + ", line " + line + ", " + prefix + field + shown + " " + what);
  }

  /** Every child repeats the name, and who reads a complaint needs no more than its start. */
  private static String shortened(String text) {
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
  }

  private static int digits(String text, int from, int until) {
    return Integer.parseInt(text.substring(from, until));
  }

  private List<?> list(String field) throws PriceBookException {
    Object value = required(field);
    if (!(value instanceof List)) {
      throw problem(field, "is not an array");
    }
    return (List<?>) value;
  }

  private Object required(String field) throws PriceBookException {
    Object value = fields.get(field);
    if (value == null) {
      throw problem(field, "is missing");
    }
    return value;
  }

  private JsonObject child(String field, @Nullable Object value) throws PriceBookException {
    if (!(value instanceof JsonObject)) {
      throw problem(field, "is not an object");
    }
    JsonObject child = (JsonObject) value;
    return new JsonObject(sourceName, child.line, prefix + field + ".", child.fields);
  }
}
