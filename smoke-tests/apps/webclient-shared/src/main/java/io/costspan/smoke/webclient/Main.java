package io.costspan.smoke.webclient;

import io.costspan.smoke.runner.Scenarios;

/** Arguments as {@link Scenarios#main}. */
public final class Main {
  private Main() {}

  public static void main(String... args) {
    Scenarios.main(Reactive::connect, args);
  }
}
