package io.costspan.smoke;

import io.costspan.testbed.jvm.JvmCommand;
import java.util.List;

/** A server of the matrix: how it is started, and the ways in which it comes to call a model. */
enum Server {
  SPRING_MVC("spring-boot") {
    @Override
    void addTo(JvmCommand command, String providerUrl, String refusedPort) {
      command.jar(directory().resolve("app.jar"), "--provider=" + providerUrl);
    }

    @Override
    List<Way> ways() {
      return List.of(
          Way.of("/sync/{number}"),
          Way.of("/pool/{number}"),
          Way.of("/annotated/{number}"),
          Way.of("/later/{number}"),
          Way.of("/deferred/{number}"),
          Way.twice("/both/{number}"),
          Way.of("/streamed/{number}"),
          Way.of("/sse/{number}"));
    }
  };

  private final String app;

  Server(String app) {
    this.app = app;
  }

  abstract void addTo(JvmCommand command, String providerUrl, String refusedPort);

  abstract List<Way> ways();

  final java.nio.file.Path directory() {
    return Artifacts.app(app).resolve("target");
  }

  /**
   * A route that calls a model.
   *
   * @param path in which {@code {number}} stands for the number of the first call
   * @param feature what the route is called on a span
   * @param calls how many one request makes
   */
  record Way(String path, String feature, int calls) {
    static Way of(String route) {
      return new Way(route, route, 1);
    }

    static Way twice(String route) {
      return new Way(route, route, 2);
    }

    String pathOf(long number) {
      return path.replace("{number}", String.valueOf(number));
    }
  }
}
