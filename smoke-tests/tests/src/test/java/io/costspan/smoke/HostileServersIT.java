package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.otlp.ReceivedEvent;
import io.costspan.testbed.otlp.ReceivedPoint;
import io.costspan.testbed.otlp.ReceivedSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the requests say of who pays: the server answers as it did, and nothing gets out. */
@Tag("matrix")
class HostileServersIT {
  private static final int MAX_TENANTS = 200;

  @ParameterizedTest
  @EnumSource
  void theServerAnswersTheSameAndNothingGetsOut(Server server) {
    HostileVisits plain = new HostileVisits(server, ServersIT.everyWayForEachTenant(server));
    Launch.bare().serve(Jdks.running(), server::addTo, plain);
    HostileVisits hostile = new HostileVisits(server, ServersIT.everyWayForEachTenant(server));
    Run run = Launch.in(Environment.current()).serve(Jdks.running(), server::addTo, hostile);

    assertThat(hostile.answers()).isEqualTo(plain.answers());
    assertThat(hostile.answered()).isPositive();
    assertThat(run.received().sum("llm.cost", Map.of()))
        .isEqualByComparingTo(run.ledger().invoicedUsd());
    assertThat(payers(run))
        .contains("acme", HostileVisits.LONG.substring(0, 128))
        .allSatisfy(value -> assertThat(value)
            .hasSizeLessThanOrEqualTo(128)
            .doesNotContainPattern("[\\p{Cntrl}\u202A-\u202E\u2066-\u2069]"));
    assertThat(run.jvm().stderr()).noneMatch(line -> line.contains(HostileVisits.LONG));
    assertThat(run.jvm().stdout()).noneMatch(line -> line.contains(HostileVisits.LONG));
    assertThat(run.received().sum("costspan.failures", Map.of())).isZero();
  }

  /** As fast as the server takes them: each tenant comes once. */
  @Tag("soak")
  @Test
  void thousandsOfTenantsAreNoMoreSeriesThanTheBoundAndTheOthers() {
    Server.Way way = Server.JETTY.ways().get(0);
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < 3 * Integer.getInteger("smoke.visits"); i++) {
      visits.add(Visit.withHeader(way, 1_000L + i, "tenant-" + i));
    }
    Traffic traffic = new Traffic(visits, 8);

    Run run = Launch.in(Environment.current()).serve(Jdks.running(), Server.JETTY::addTo, traffic);

    new PayerCheck(run, traffic.payers()).spansAndEventsNameThePayer();
    assertThat(run.received().sum("llm.cost", Map.of()))
        .isEqualByComparingTo(run.ledger().invoicedUsd());
    assertThat(tenantsByMetric(run))
        .containsKeys("llm.cost", "llm.requests", "llm.tokens")
        .allSatisfy((metric, tenants) ->
            assertThat(tenants).as(metric).hasSizeLessThanOrEqualTo(MAX_TENANTS + 1));
  }

  private static List<String> payers(Run run) {
    return Stream.of(
            run.received().spans().stream().map(ReceivedSpan::attributes),
            run.received().events().stream().map(ReceivedEvent::attributes),
            run.received().points().stream().map(ReceivedPoint::attributes))
        .flatMap(attributes -> attributes)
        .flatMap(HostileServersIT::payers)
        .distinct()
        .toList();
  }

  private static Stream<String> payers(Attributes attributes) {
    return Stream.of("tenant.id", "session.id", "user.hash", "user.id", "llm.feature")
        .filter(attributes::has)
        .map(attributes::string);
  }

  private static Map<String, Set<String>> tenantsByMetric(Run run) {
    return run.received().points().stream()
        .filter(point -> point.attributes().has("tenant.id"))
        .collect(Collectors.groupingBy(
            ReceivedPoint::metric,
            Collectors.mapping(
                point -> point.attributes().string("tenant.id"), Collectors.toSet())));
  }
}
