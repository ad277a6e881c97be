package io.costspan.smoke.apache5;

/** An answer with a status that is no success. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Refused(int status, String body) {
    super(status + " " + body);
  }
}
