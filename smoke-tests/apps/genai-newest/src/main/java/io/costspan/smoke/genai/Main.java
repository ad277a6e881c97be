package io.costspan.smoke.genai;

import io.costspan.smoke.runner.Scenarios;

/** google-genai 1.70.0. Arguments as {@link Scenarios#main}. */
public final class Main {
  private Main() {}

  public static void main(String... args) {
    Scenarios.main(NewestGenai::connect, args);
  }
}
