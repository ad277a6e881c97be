package io.opentelemetry.javaagent.costspan.price;

import java.io.IOException;

/**
 * The content of a price book is wrong. The message names the book, the line, the entry, the field,
 * and fits a log line, whatever it quotes.
 */
public final class PriceBookException extends IOException {

  private static final long serialVersionUID = 1L;

  private static final int MAX_LENGTH = 1_000;

  PriceBookException(String message) {
    super(shortened(message));
  }

  PriceBookException(String message, Throwable cause) {
    super(shortened(message), cause);
  }

  /** Where it is stands at the beginning, what is wrong at the end. */
  private static String shortened(String message) {
    int half = MAX_LENGTH / 2;
    return message.length() <= MAX_LENGTH
        ? message
        : message.substring(0, half) + "..." + message.substring(message.length() - half);
  }
}
