package io.opentelemetry.javaagent.costspan.attribution;

/** What can be known about a request that is being served, by where it was read. */
public enum Fact {
  /** A header of the HTTP or RPC request, by its name. */
  HEADER,
  /** A header of the message that is consumed, by its name. */
  MESSAGE_HEADER,
  /** The part of the URL's path that a pattern marks, by the pattern. */
  PATH,
  /** A parameter of the URL's query, by its name. */
  QUERY,
  /** An entry of the logging context, by its key. */
  MDC,
  /** Whom the application has authenticated; no name. */
  PRINCIPAL,
  /** A claim of the token that the application has accepted, by its name. */
  CLAIM,
  /** The route of the HTTP request, where the server knew it from the beginning; no name. */
  ROUTE,
  /** The topic or queue that the message came from; no name. */
  DESTINATION,
  /** The scheduled job that runs; no name. */
  JOB;

  /** The name of what there is one of only. */
  public static final String UNNAMED = "";

  /** Whether the application tells it to the thread, and not only to the request. */
  boolean isToldToThreads() {
    return this == MDC || this == PRINCIPAL || this == CLAIM;
  }
}
