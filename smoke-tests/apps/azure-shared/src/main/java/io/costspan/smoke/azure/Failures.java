package io.costspan.smoke.azure;

import com.azure.core.exception.HttpResponseException;

/** What azure-core's exceptions offer beside their messages. */
final class Failures {
  private Failures() {}

  static String details(Throwable failure) {
    return failure instanceof HttpResponseException e && e.getResponse() != null
        ? e.getResponse().getStatusCode() + " " + e.getValue()
        : "";
  }
}
