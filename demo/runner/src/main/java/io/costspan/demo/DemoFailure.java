package io.costspan.demo;

/** Something did not work; the message is for whoever started the demo. */
final class DemoFailure extends RuntimeException {
  DemoFailure(String message) {
    super(message);
  }

  DemoFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
