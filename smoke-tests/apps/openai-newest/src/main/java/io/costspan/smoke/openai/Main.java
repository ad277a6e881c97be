package io.costspan.smoke.openai;

import io.costspan.smoke.runner.Scenarios;

/** Arguments as {@link Scenarios#main}. */
public final class Main {
  private Main() {}

  public static void main(String... args) {
    Scenarios.main(NewestOpenAi::connect, args);
  }

  /** For a caller that has more to do in this JVM. */
  public static void run(String... args) {
    Scenarios.run(NewestOpenAi::connect, args);
  }
}
