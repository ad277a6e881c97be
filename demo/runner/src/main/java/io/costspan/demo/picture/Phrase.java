package io.costspan.demo.picture;

import io.costspan.testbed.otlp.Attributes;
import java.util.Locale;
import java.util.StringJoiner;

/** Attributes in one line, those that are there. */
final class Phrase {
  private final Attributes attributes;
  private final StringJoiner parts = new StringJoiner(" · ");

  Phrase(Attributes attributes) {
    this.attributes = attributes;
  }

  /** Adds the value in {@code format}; nothing when there is none. */
  Phrase add(String format, String name) {
    if (attributes.has(name)) {
      parts.add(String.format(Locale.ROOT, format, attributes.value(name)));
    }
    return this;
  }

  /** Adds a count unless it is zero: most calls have no use for most counts. */
  Phrase count(String format, String name) {
    return attributes.has(name) && attributes.integer(name) == 0 ? this : add(format, name);
  }

  /** Adds an amount with all its digits. */
  Phrase usd(String format, String name) {
    if (attributes.has(name)) {
      String usd = Usd.of(Usd.exact(attributes.number(name)));
      parts.add(String.format(Locale.ROOT, format, usd));
    }
    return this;
  }

  boolean isEmpty() {
    return parts.length() == 0;
  }

  @Override
  public String toString() {
    return parts.toString();
  }
}
