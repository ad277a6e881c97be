package io.opentelemetry.javaagent.costspan.action;

/** A request to one route that is an action when it was answered like this. Immutable. */
final class ServedAction {

  private static final String ANY = "*";

  private final String feature;
  private final String method;
  private final int leastStatus;
  private final int mostStatus;

  ServedAction(String feature, String method, int leastStatus, int mostStatus) {
    this.feature = feature;
    this.method = method;
    this.leastStatus = leastStatus;
    this.mostStatus = mostStatus;
  }

  String feature() {
    return feature;
  }

  boolean is(String answeredMethod, long status) {
    return status >= leastStatus
        && status <= mostStatus
        && (method.equals(ANY) || method.equals(answeredMethod));
  }
}
