package io.costspan.smoke.ollama4j;

import io.costspan.smoke.runner.Scenarios;

/** Arguments as {@link Scenarios#main}. */
public final class Main {
  private Main() {}

  public static void main(String... args) {
    Scenarios.main(Ollama4j::connect, args);
  }
}
