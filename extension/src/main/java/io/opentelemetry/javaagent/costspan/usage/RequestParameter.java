package io.opentelemetry.javaagent.costspan.usage;

/** A parameter of a request that is worth showing, and the Java type of its value. */
public enum RequestParameter {
  MAX_TOKENS(Long.class),
  TEMPERATURE(Double.class),
  TOP_P(Double.class),
  TOP_K(Double.class),
  FREQUENCY_PENALTY(Double.class),
  PRESENCE_PENALTY(Double.class),
  SEED(Long.class),
  CHOICE_COUNT(Long.class),
  STOP_SEQUENCES(String[].class),
  ENCODING_FORMATS(String[].class);

  private final Class<?> type;

  RequestParameter(Class<?> type) {
    this.type = type;
  }

  /** {@code Long}, {@code Double} or {@code String[]}. */
  public Class<?> type() {
    return type;
  }
}
