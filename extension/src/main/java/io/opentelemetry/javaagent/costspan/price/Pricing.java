package io.opentelemetry.javaagent.costspan.price;

/** Turns usage into cost. The one seam between the calls and the price engine. Thread-safe. */
public interface Pricing {

  /** The cost of a call, or the reason why it has none. */
  Quote quote(BilledCall call);

  /** Version of the prices in force: the date of the book, {@code yyyy-MM-dd}. */
  String version();

  /** Number of entries in force. */
  int size();
}
