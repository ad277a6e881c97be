package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real servers that know nothing of us: who pays for what they call, in every way they call it. */
class ServersIT {
  private static final List<String> TENANTS = List.of("acme", "globex", "initech");

  @ParameterizedTest
  @EnumSource
  void everyCallIsPaidByWhoAskedTheServer(Server server) {
    Traffic traffic = new Traffic(everyWayForEachTenant(server), 3);

    Run run = Launch.in(Environment.current()).serve(Jdks.running(), server::addTo, traffic);

    assertThat(traffic.answers()).allMatch(answer -> answer.contains("|200 "));
    new PayerCheck(run, traffic.payers()).all();
  }

  private static List<Visit> everyWayForEachTenant(Server server) {
    List<Visit> visits = new ArrayList<>();
    long number = 1_000;
    for (Server.Way way : server.ways()) {
      for (String tenant : TENANTS) {
        visits.add(Visit.withBaggage(way, number, tenant, "session-" + number));
        number += way.calls();
      }
    }
    return visits;
  }
}
