package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is logged in by a servlet container is who pays; two users, and nobody, in turns. */
@Tag("matrix")
@Execution(ExecutionMode.CONCURRENT)
class LoginIT {
  /** HMAC-SHA-256 of the names with the key "smoke", the first 128 bits. */
  private static final Map<String, String> HASHES = Map.of(
      "alice", "81b641dfc0fceee4d19c1c3ddef5cf3b", "bob", "7a2466047d32cbc159ac1deca37fcaa1");

  private static final ExpectedPayer NOBODY = new ExpectedPayer("", null, "");

  @ParameterizedTest
  @EnumSource
  void everyCallIsMadeForWhoIsLoggedIn(Container container) {
    Traffic traffic = new Traffic(visits(), 3);

    Run run = Launch.in(Environment.current())
        .property("otel.instrumentation.costspan.tenant.from", "principal")
        .property("otel.instrumentation.costspan.user.from", "principal")
        .property("otel.instrumentation.costspan.user.hash-key", "smoke")
        .serve(Jdks.running(), container::addTo, traffic);

    assertThat(traffic.answers())
        .allMatch(
            answer -> answer.contains(answer.startsWith("/login/sync/9") ? "|401 " : "|200 "));
    new PayerCheck(run, traffic.payers()).all();
    assertThat(run.received().spansOf(Run.SCOPE)).allSatisfy(call -> {
      String user = call.attributes().stringOrEmpty("tenant.id");
      assertThat(call.attributes().stringOrEmpty("user.hash"))
          .isEqualTo(HASHES.getOrDefault(user, ""));
      assertThat(call.attributes().has("user.id")).isFalse();
    });
    assertThat(run.received().spans() + run.received().events().toString())
        .doesNotContain("hunter2")
        .doesNotContain("Basic ");
  }

  /** Numbers of 9000 and more are of whom the container does not let in. */
  private static List<Visit> visits() {
    List<Visit> visits = new ArrayList<>();
    long number = 100;
    for (int round = 0; round < 3; round++) {
      for (String way : List.of("sync", "pool", "dispatched")) {
        visits.add(visit(Server.Way.servlet("/login/" + way + "/"), number++, "alice", "hunter2"));
        visits.add(visit(Server.Way.servlet("/open/" + way + "/"), number++, "", ""));
        visits.add(visit(Server.Way.servlet("/login/" + way + "/"), number++, "bob", "hunter2"));
        visits.add(refused("alice", "guessed", 9_000 + number));
        visits.add(visit(Server.Way.servlet("/open/" + way + "/"), number++, "", ""));
      }
    }
    return visits;
  }

  private static Visit visit(Server.Way way, long number, String user, String password) {
    ExpectedPayer payer = new ExpectedPayer(user, null, way.feature());
    return new Visit(way, number, payer, user.isEmpty() ? Map.of() : credentials(user, password));
  }

  private static Visit refused(String user, String password, long number) {
    Server.Way way = new Server.Way("/login/sync/", "", 0);
    return new Visit(way, number, NOBODY, credentials(user, password));
  }

  private static Map<String, String> credentials(String user, String password) {
    byte[] text = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(text));
  }

  /** Containers of the promised versions; those of {@code logins-javax} have the old servlets. */
  enum Container {
    TOMCAT_9("logins-javax", "tomcat", "tomcat"),
    TOMCAT_10("logins", "tomcat", "older-tomcat"),
    TOMCAT_11("logins", "tomcat", "tomcat"),
    JETTY_10("logins-javax", "jetty", "jetty"),
    JETTY_11("logins", "jetty", "jetty"),
    UNDERTOW_2_2("logins-javax", "undertow", "undertow"),
    UNDERTOW_2_3("logins", "undertow", "undertow");

    private final String app;
    private final String name;
    private final String classPath;

    Container(String app, String name, String classPath) {
      this.app = app;
      this.name = name;
      this.classPath = classPath;
    }

    void addTo(JvmCommand command, String providerUrl, String refusedPort) {
      Path target = Artifacts.app(app).resolve("target");
      command
          .classPath(List.of(target.resolve("app"), target.resolve(classPath)))
          .main("io.costspan.smoke.logins.Site", name, providerUrl);
    }
  }
}
