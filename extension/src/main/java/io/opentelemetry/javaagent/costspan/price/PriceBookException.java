package io.opentelemetry.javaagent.costspan.price;

import java.io.IOException;

/** The content of a price book is wrong. The message names the book, the line, the entry, the field. */
public final class PriceBookException extends IOException {

  private static final long serialVersionUID = 1L;

  PriceBookException(String message) {
    super(message);
  }

  PriceBookException(String message, Throwable cause) {
    super(message, cause);
  }
}
