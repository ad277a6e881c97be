package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.otlp.ReceivedEvent;
import io.costspan.testbed.otlp.ReceivedSpan;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who pays for the calls of a server, by what its requests say. */
class WhoPaysIT {
  private static final String PREFIX = "otel.instrumentation.costspan.";

  @TempDir
  Path directory;

  @Test
  void aHeaderNamesTheTenantWithNoSettingAtAll() {
    Run run = serve(
        launch(),
        "/ask/x/here/11|X-Tenant-Id: acme",
        "/ask/x/here/12|x-tenant-id: globex",
        "/ask/x/here/13");

    assertTenant(run, 11, "acme");
    assertTenant(run, 12, "globex");
    assertThat(spanOf(run, 13).attributes().has("tenant.id")).isFalse();
    assertThat(run.received().sum("llm.requests", Map.of("tenant.id", "unknown")))
        .isEqualTo("1");
    assertThat(spanOf(run, 11).attributes().string("llm.feature")).isEqualTo("/ask");
    assertThat(spanOf(run, 11).attributes().string("user.hash")).hasSize(32);
    assertThat(spanOf(run, 11).attributes().has("user.id")).isFalse();
    assertThat(recorded(run)).noneMatch(value -> value.contains("sk-smoke"));
  }

  @Test
  void theTenantFollowsTheRequestToOtherThreads() {
    List<String> requests = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      requests.add("/ask/x/executor/%d|X-Tenant-Id: executor".formatted(100 + 10 * round));
      requests.add("/ask/x/future/%d|X-Tenant-Id: future".formatted(101 + 10 * round));
      requests.add("/ask/x/callback/%d|X-Tenant-Id: callback".formatted(102 + 10 * round));
    }
    Run run = serve(launch(), requests.toArray(new String[0]));

    for (int round = 0; round < 5; round++) {
      assertTenant(run, 100 + 10 * round, "executor");
      assertTenant(run, 101 + 10 * round, "future");
      assertTenant(run, 102 + 10 * round, "callback");
    }
  }

  @Test
  @Tag("matrix")
  void theTenantFollowsTheRequestToVirtualThreads() {
    Run run = serve(
        launch(),
        Jdks.jdk25(),
        "/ask/x/virtual/71|X-Tenant-Id: acme",
        "/ask/x/virtual/72|X-Tenant-Id: globex");

    assertTenant(run, 71, "acme");
    assertTenant(run, 72, "globex");
  }

  @Test
  void asksTheSourcesThatAreNamedAndNoOthers() {
    Run run = serve(
        launch()
            .property(PREFIX + "tenant.from", "query:org,header:X-Org,path:/ask/{}/**")
            .property(PREFIX + "user.from", "call:user")
            .property(PREFIX + "user.plain", "true")
            .property(PREFIX + "session.from", "header:X-Session")
            .property(PREFIX + "feature.from", "call:metadata.team,route")
            .property(PREFIX + "attribution.debug", "true"),
        "/ask/initech/here/21|X-Org: acme|X-Session: s-1",
        "/ask/initech/here/22?org=gl%C3%B6bex|X-Org: acme",
        "/ask/initech/here/23|X-Tenant-Id: acme");

    assertTenant(run, 21, "acme");
    assertTenant(run, 22, "glöbex");
    assertTenant(run, 23, "initech");
    ReceivedSpan span = spanOf(run, 21);
    assertThat(span.attributes().string("user.id")).isEqualTo("u-21");
    assertThat(span.attributes().has("user.hash")).isFalse();
    assertThat(span.attributes().string("session.id")).isEqualTo("s-1");
    assertThat(span.attributes().string("llm.feature")).isEqualTo("t-1");
    assertThat(span.attributes().string("costspan.tenant.source")).isEqualTo("header:X-Org");
    assertThat(span.attributes().string("costspan.feature.source")).isEqualTo("call:metadata.team");
  }

  @Test
  void aHeaderNamesTheTenantUnderAConfigurationFileToo() {
    Run run = serve(
        Launch.in(Environment.current()).configurationFile(ConfigurationFile.in(directory, """
                instrumentation/development:
                  java:
                    costspan:
                      endpoints: 127.0.0.1=openai
                      tenant:
                        from: header:X-Org,resource:service.name
                        pass_on_to: localhost
                """)),
        "/ask/x/here/31|X-Org: acme",
        "/ask/x/executor/32");

    assertTenant(run, 31, "acme");
    assertTenant(run, 32, "smoke");
    assertThat(run.jvm().stdout())
        .anyMatch(line -> line.endsWith("acme -> 200 localhost tenant.id=acme 127.0.0.1 null"));
  }

  @Test
  void tellsTheTenantToThoseThatAreNamedOnly() {
    Run run = serve(
        launch().property(PREFIX + "tenant.pass-on-to", "localhost,api.openai.com"),
        "/ask/x/here/41|X-Tenant-Id: acme",
        "/ask/x/here/42");

    assertThat(run.jvm().stdout())
        .anyMatch(line -> line.endsWith("acme -> 200 localhost tenant.id=acme 127.0.0.1 null"))
        .anyMatch(line -> line.endsWith("42 -> 200 localhost null 127.0.0.1 null"));
    assertThat(run.jvm().stderr())
        .filteredOn(line -> line.contains(" WARN "))
        .singleElement()
        .asString()
        .contains("api.openai.com");
    assertThat(run.requests())
        .allSatisfy(request -> assertThat(request.headers().toString()).doesNotContain("acme"));
  }

  @Test
  void showsATenantThatThereIsNotAsInvalid() {
    Run run = serve(
        launch().property(PREFIX + "tenant.pattern", "[a-z]{3,10}"),
        "/ask/x/here/51|X-Tenant-Id: acme",
        "/ask/x/here/52|X-Tenant-Id: DROP TABLE",
        "/ask/x/here/53|X-Tenant-Id: " + "x".repeat(5_000));

    assertTenant(run, 51, "acme");
    assertThat(spanOf(run, 52).attributes().string("tenant.id")).isEqualTo("invalid");
    assertThat(spanOf(run, 53).attributes().string("tenant.id")).isEqualTo("invalid");
    assertThat(run.received().sum("costspan.labels.invalid", Map.of("costspan.label", "tenant.id")))
        .isEqualTo("2");
    assertThat(recorded(run)).noneMatch(value -> value.contains("DROP"));
    assertThat(String.join("", run.jvm().stderr())).doesNotContain("DROP", "xxxxxxxx");
  }

  @Test
  void ignoresBaggageFromOutsideIfItIsToldTo() {
    Run run = serve(
        launch().property(PREFIX + "baggage.trust", "false"),
        "/ask/x/here/61|baggage: tenant.id=forged|X-Tenant-Id: acme",
        "/ask/x/here/62|baggage: tenant.id=forged");

    assertTenant(run, 61, "acme");
    assertThat(spanOf(run, 62).attributes().has("tenant.id")).isFalse();
  }

  private static Launch launch() {
    return Launch.in(Environment.current()).property(PREFIX + "endpoints", "127.0.0.1=openai");
  }

  private static Run serve(Launch launch, String... requests) {
    return serve(launch, Jdks.running(), requests);
  }

  private static Run serve(Launch launch, Path jdk, String... requests) {
    return launch.run(jdk, (command, url, refusedPort) -> {
      List<String> arguments = new ArrayList<>(List.of(url));
      arguments.addAll(List.of(requests));
      command
          .classPath(List.of(Artifacts.app("served").resolve("target/app")))
          .main("io.costspan.smoke.served.Main", arguments.toArray(new String[0]));
    });
  }

  /** On the span, on the root span, on the counters and in the ledger. */
  private static void assertTenant(Run run, long number, String tenant) {
    ReceivedSpan span = spanOf(run, number);
    assertThat(span.attributes().string("tenant.id")).isEqualTo(tenant);
    assertThat(eventOf(run, span).attributes().string("tenant.id")).isEqualTo(tenant);
    assertThat(run.received().sum("llm.requests", Map.of("tenant.id", tenant)))
        .isGreaterThan(BigDecimal.ZERO);
    assertThat(run.received().spans())
        .filteredOn(root -> root.traceId().equals(span.traceId()))
        .filteredOn(root -> root.attributes().has("llm.request.calls"))
        .isNotEmpty()
        .allSatisfy(root -> assertThat(root.attributes().string("tenant.id")).isEqualTo(tenant));
  }

  private static ReceivedSpan spanOf(Run run, long number) {
    return run.received().spansOf(Run.SCOPE).stream()
        .filter(span -> span.attributes().integer("gen_ai.request.max_tokens") == number)
        .findFirst()
        .orElseThrow();
  }

  private static ReceivedEvent eventOf(Run run, ReceivedSpan span) {
    return run.received().eventsNamed("llm.call").stream()
        .filter(event -> event.spanId().equals(span.spanId()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> recorded(Run run) {
    return run.received().spans().stream()
        .flatMap(span -> span.attributes().asMap().values().stream())
        .map(String::valueOf)
        .toList();
  }
}
