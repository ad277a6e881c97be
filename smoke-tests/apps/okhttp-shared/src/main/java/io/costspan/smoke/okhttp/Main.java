package io.costspan.smoke.okhttp;

import io.costspan.smoke.runner.Scenarios;

/** Arguments as {@link Scenarios#main}. */
public final class Main {
  private Main() {}

  public static void main(String... args) {
    Scenarios.main(HomeMade::connect, args);
  }
}
