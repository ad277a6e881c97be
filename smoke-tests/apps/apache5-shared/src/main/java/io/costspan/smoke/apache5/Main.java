package io.costspan.smoke.apache5;

import io.costspan.smoke.runner.Scenarios;

/** Arguments as {@link Scenarios#main}. */
public final class Main {
  private Main() {}

  public static void main(String... args) {
    Scenarios.main(ApacheClient::connect, args);
  }
}
