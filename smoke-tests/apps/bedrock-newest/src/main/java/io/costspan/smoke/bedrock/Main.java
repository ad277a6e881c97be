package io.costspan.smoke.bedrock;

import io.costspan.smoke.runner.Scenarios;

/** Arguments as {@link Scenarios#main}. */
public final class Main {
  private Main() {}

  public static void main(String... args) {
    Scenarios.main((url, maxRetries) -> new Converse(Clients.connect(url, maxRetries)), args);
  }
}
