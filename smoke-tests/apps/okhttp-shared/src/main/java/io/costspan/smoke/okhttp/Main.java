package io.costspan.smoke.okhttp;

import io.costspan.smoke.runner.LlmSdk;
import io.costspan.smoke.runner.Scenarios;

/** Arguments as {@link Scenarios#main}. */
public final class Main {
  private Main() {}

  public static void main(String... args) {
    Scenarios.main(Main::connect, args);
  }

  /** For an application of several clients. */
  public static LlmSdk connect(String url, int maxRetries) {
    return HomeMade.connect(url, maxRetries);
  }
}
