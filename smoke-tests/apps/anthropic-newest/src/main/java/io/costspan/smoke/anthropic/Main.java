package io.costspan.smoke.anthropic;

import io.costspan.smoke.runner.LlmSdk;
import io.costspan.smoke.runner.Scenarios;

/** anthropic-java 3.11.0. Arguments as {@link Scenarios#main}. */
public final class Main {
  private Main() {}

  public static void main(String... args) {
    Scenarios.main(Main::connect, args);
  }

  /** For an application of several clients. */
  public static LlmSdk connect(String url, int maxRetries) {
    return new NewestAnthropic(AnyAnthropic.client(url, maxRetries));
  }
}
