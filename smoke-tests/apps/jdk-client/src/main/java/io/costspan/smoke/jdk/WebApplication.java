package io.costspan.smoke.jdk;

import io.costspan.smoke.runner.Deployment;

/** As it is deployed by a container. Argument: URL of the provider. */
public final class WebApplication {
  private WebApplication() {}

  public static void main(String... args) {
    Deployment.run(JdkClient::connect, args[0], false);
  }
}
