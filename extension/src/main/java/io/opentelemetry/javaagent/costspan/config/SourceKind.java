package io.opentelemetry.javaagent.costspan.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where who pays may be read from. */
public enum SourceKind {
  BAGGAGE(Argument.NEEDED),
  HEADER(Argument.NEEDED),
  MESSAGE_HEADER(Argument.NEEDED),
  PATH(Argument.NEEDED),
  QUERY(Argument.NEEDED),
  MDC(Argument.NEEDED),
  PRINCIPAL(Argument.NONE),
  CLAIM(Argument.NEEDED),
  CALL(Argument.NEEDED),
  METHOD(Argument.POSSIBLE),
  VALUE(Argument.NEEDED),
  RESOURCE(Argument.NEEDED),
  ROUTE(Argument.NONE),
  DESTINATION(Argument.NONE),
  JOB(Argument.NONE);

  /** Whether something stands behind the colon. */
  private enum Argument {
    NONE,
    POSSIBLE,
    NEEDED
  }

  private final Argument argument;

  SourceKind(Argument argument) {
    this.argument = argument;
  }

  static @Nullable SourceKind parse(String text) {
    for (SourceKind kind : values()) {
      if (kind.text().equals(text)) {
        return kind;
      }
    }
    return null;
  }

  /**
   * @param text empty when nothing was written
   */
  boolean takes(String text) {
    return text.isEmpty() ? argument != Argument.NEEDED : argument != Argument.NONE;
  }

  /** As it is written. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
