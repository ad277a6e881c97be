package io.costspan.smoke;

import io.costspan.testbed.jvm.JvmCommand;
import java.nio.file.Path;
import java.util.List;

/** A real server: how it is started, and the ways in which it comes to call a model. */
enum Server {
  SPRING_MVC(
      "spring-boot",
      Way.of("/sync/{number}"),
      Way.of("/pool/{number}"),
      Way.of("/annotated/{number}"),
      Way.of("/later/{number}"),
      Way.of("/deferred/{number}"),
      Way.twice("/both/{number}"),
      Way.of("/streamed/{number}"),
      Way.of("/sse/{number}")) {
    @Override
    void addTo(JvmCommand command, String providerUrl, String refusedPort) {
      command.jar(target().resolve("app.jar"), "--provider=" + providerUrl);
    }
  },
  WEBFLUX(
      "webflux",
      Way.of("/later/{number}"),
      Way.of("/blocking/{number}"),
      Way.of("/published/{number}"),
      Way.of("/delayed/{number}"),
      Way.twice("/both/{number}"),
      Way.of("/streamed/{number}")) {
    @Override
    void addTo(JvmCommand command, String providerUrl, String refusedPort) {
      // Two seconds of waiting for late visitors otherwise.
      command.property("reactor.netty.ioShutdownQuietPeriod", "0");
      main(command, "webflux.Application", "--provider=" + providerUrl);
    }
  },
  JETTY(
      "jetty",
      Way.servlet("/sync/"),
      Way.servlet("/streamed/"),
      Way.servlet("/started/"),
      Way.servlet("/pool/"),
      Way.servlet("/both/").twice(),
      Way.servlet("/pushed/")) {
    @Override
    void addTo(JvmCommand command, String providerUrl, String refusedPort) {
      main(command, "jetty.Main", providerUrl);
    }
  },
  VERTX(
      "vertx",
      Way.colon("/later/"),
      Way.colon("/both/").twice(),
      Way.colon("/blocking/"),
      Way.colon("/pushed/")) {
    @Override
    void addTo(JvmCommand command, String providerUrl, String refusedPort) {
      main(command, "vertx.Main", providerUrl);
    }
  };

  private final String app;
  private final List<Way> ways;

  Server(String app, Way... ways) {
    this.app = app;
    this.ways = List.of(ways);
  }

  abstract void addTo(JvmCommand command, String providerUrl, String refusedPort);

  List<Way> ways() {
    return ways;
  }

  final Path target() {
    return Artifacts.app(app).resolve("target");
  }

  final void main(JvmCommand command, String mainClass, String argument) {
    command.classPath(List.of(target().resolve("app")));
    command.main("io.costspan.smoke." + mainClass, argument);
  }

  /**
   * A route that calls a model.
   *
   * @param path without the number of the first call
   * @param feature what the route is called on a span
   * @param calls how many one request makes
   */
  record Way(String path, String feature, int calls) {
    static Way of(String route) {
      return new Way(route.replace("{number}", ""), route, 1);
    }

    static Way servlet(String path) {
      return new Way(path, path + "*", 1);
    }

    static Way colon(String path) {
      return new Way(path, path + ":number", 1);
    }

    static Way twice(String route) {
      return of(route).twice();
    }

    Way twice() {
      return new Way(path, feature, 2);
    }

    String pathOf(long number) {
      return path + number;
    }
  }
}
