package io.opentelemetry.javaagent.costspan.catalogue;

/** A price list that cannot be used; the message names the file and, where there is one, the place in it. */
public final class CatalogueException extends Exception {

  private static final long serialVersionUID = 1;

  CatalogueException(String message) {
    super(message);
  }

  CatalogueException(String message, Throwable cause) {
    super(message, cause);
  }
}
