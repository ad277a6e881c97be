package io.costspan.testbed.otlp;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Attributes as plain values: String, Boolean, Long (OTLP intValue), Double (doubleValue) or List of
 * these. A count that was sent as a double is therefore not equal to the same count as a Long.
 */
public final class Attributes {
  private final SortedMap<String, Object> values;

  private Attributes(SortedMap<String, Object> values) {
    this.values = values;
  }

  static Attributes of(List<KeyValue> pairs) {
    SortedMap<String, Object> values = new TreeMap<>();
    for (KeyValue pair : pairs) {
      if (values.put(pair.getKey(), valueOf(pair.getValue())) != null) {
        throw new IllegalStateException("attribute sent twice: " + pair.getKey());
      }
    }
    return new Attributes(values);
  }

  public Map<String, Object> asMap() {
    return Collections.unmodifiableMap(values);
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value, or fails naming what is there. */
  public Object value(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("no " + name + " in " + values);
    }
    return value;
  }

  /** Fails when it is not an OTLP stringValue. */
  public String string(String name) {
    return typed(name, String.class);
  }

  /** Fails when it is not an OTLP intValue. */
  public long integer(String name) {
    return typed(name, Long.class);
  }

  /** Fails when it is not an OTLP doubleValue. */
  public double number(String name) {
    return typed(name, Double.class);
  }

  /** Empty when absent: for labels by which something is looked up. */
  public String stringOrEmpty(String name) {
    return has(name) ? string(name) : "";
  }

  @Override
  public String toString() {
    return values.toString();
  }

  private <T> T typed(String name, Class<T> type) {
    Object value = value(name);
    if (!type.isInstance(value)) {
      String found = value.getClass().getSimpleName();
      throw new IllegalStateException(name + " is a " + found + ": " + value);
    }
    return type.cast(value);
  }

  private static Object valueOf(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> value.getBoolValue();
      case INT_VALUE -> value.getIntValue();
      case DOUBLE_VALUE -> value.getDoubleValue();
      case ARRAY_VALUE ->
        value.getArrayValue().getValuesList().stream().map(Attributes::valueOf).toList();
      default -> value.toString();
    };
  }
}
