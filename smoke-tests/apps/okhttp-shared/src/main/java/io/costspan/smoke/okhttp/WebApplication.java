package io.costspan.smoke.okhttp;

import io.costspan.smoke.runner.Deployment;

/** As it is deployed by a container. Argument: URL of the provider. */
public final class WebApplication {
  private WebApplication() {}

  public static void main(String... args) {
    Deployment.run(HomeMade::connectBriefly, args[0], true);
  }
}
