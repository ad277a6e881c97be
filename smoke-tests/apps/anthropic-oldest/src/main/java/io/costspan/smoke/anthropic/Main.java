package io.costspan.smoke.anthropic;

import io.costspan.smoke.runner.Scenarios;

/** anthropic-java 1.0.0. Arguments as {@link Scenarios#main}. */
public final class Main {
  private Main() {}

  public static void main(String... args) {
    Scenarios.main(
        (url, maxRetries) -> new AnyAnthropic(AnyAnthropic.client(url, maxRetries)), args);
  }
}
