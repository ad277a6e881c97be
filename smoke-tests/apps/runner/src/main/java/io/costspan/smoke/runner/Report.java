package io.costspan.smoke.runner;

import java.io.PrintStream;
import java.util.Optional;

/** Prints what the application sees, one line each, with nothing in it that differs between runs. */
final class Report {
  private final PrintStream out;
  private final LlmSdk sdk;
  private final String refusedPort;

  Report(PrintStream out, LlmSdk sdk, String refusedPort) {
    this.out = out;
    this.sdk = sdk;
    this.refusedPort = refusedPort;
  }

  void saw(Scenario scenario, String what, Object value) {
    String line = scenario.label() + '|' + what + ' ' + sdk.shown(value);
    out.println(line.replace("\r", "\\r").replace("\n", "\\n"));
  }

  /** Class and message of the whole chain of causes. */
  void failed(Scenario scenario, String how, Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      String message = String.valueOf(t.getMessage()).replace(":" + refusedPort, ":<port>");
      saw(scenario, how, t.getClass().getName() + ": " + message);
      String details = sdk.details(t);
      if (!details.isEmpty()) {
        saw(scenario, how, "  " + details);
      }
    }
  }

  void ended(Scenario scenario, Optional<Throwable> failure) {
    failure.ifPresentOrElse(
        f -> failed(scenario, "ended with", f), () -> saw(scenario, "ended", "in good order"));
  }
}
