package io.costspan.demo;

/**
 * One request of one tenant.
 *
 * @param session of the person who sends it
 * @param route the feature
 * @param status the HTTP status that it must have
 */
record Errand(String tenant, String session, String route, String text, int status) {

  /** W3C baggage: whoever calls the service says on whose behalf, and nothing else is needed. */
  String baggage() {
    return "tenant.id=" + tenant + ",session.id=" + session;
  }
}
