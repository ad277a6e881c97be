package io.costspan.testbed.provider;

import org.jspecify.annotations.Nullable;

/** An answer that refuses. Nothing of it is billed. */
record Refusal(int status, String body) {

  static @Nullable Refusal of(ProviderRequest request) {
    int status = switch (request.script()) {
      case BAD_REQUEST -> 400;
      case RATE_LIMITED_ONCE -> request.attempt() == 0 ? 429 : 200;
      case RATE_LIMITED -> 429;
      case SERVER_ERROR -> 500;
      default -> 200;
    };
    return status == 200 ? null : new Refusal(status, request.dialect().refusal(status));
  }
}
