package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Real servers that know nothing of us: who pays for what they call, in every way they call it. */
@Execution(ExecutionMode.CONCURRENT)
class ServersIT {
  private static final ExpectedPayer NOBODY = new ExpectedPayer("", null, "");
  private static final List<String> TENANTS = List.of("acme", "globex", "initech");

  @Test
  void everyCallIsPaidByWhoAskedTheServer() {
    paidByWhoAsked(Server.SPRING_MVC);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SPRING_MVC")
  @Tag("matrix")
  void everyCallIsPaidByWhoAskedAnotherServer(Server server) {
    paidByWhoAsked(server);
  }

  private static void paidByWhoAsked(Server server) {
    Traffic traffic = everyWayForEachTenant(server);

    Run run = Launch.in(Environment.current()).serve(Jdks.running(), server::addTo, traffic);

    assertThat(traffic.answers()).allMatch(answer -> answer.contains("|200 "));
    new PayerCheck(run, traffic.payers()).all();
  }

  @Tag("matrix")
  @Test
  void everyCallFollowsAVirtualThread() {
    Path jdk = Jdks.jdk25();
    Traffic traffic = everyWayForEachTenant(Server.SPRING_MVC);
    traffic.add(new Visit(new Server.Way("/thread/", "", 0), 1, NOBODY, Map.of()));

    Run run = Launch.in(new Environment(jdk, Artifacts.currentAgent(), false))
        .property("spring.threads.virtual.enabled", "true")
        .serve(jdk, Server.SPRING_MVC::addTo, traffic);

    assertThat(traffic.answers()).last().asString().contains("VirtualThread[");
    new PayerCheck(run, traffic.payers()).all();
  }

  /** A thousand visits, eight at once; with {@code -Psoak} many more. */
  @Tag("matrix")
  @Tag("soak")
  @ParameterizedTest
  @EnumSource
  void fiftyTenantsOnTheSameFewThreadsPayForTheirOwn(Server server) {
    Traffic traffic = manyVisits(server, Integer.getInteger("smoke.visits"));

    Run run = Launch.in(Environment.current())
        .property("server.tomcat.threads.max", "4")
        .serve(Jdks.running(), server::addTo, traffic);

    new PayerCheck(run, traffic.payers()).all();
  }

  /** Two tenants in their baggage, with a session, the last in a header. */
  static Traffic everyWayForEachTenant(Server server) {
    List<Visit> visits = new ArrayList<>();
    long number = 1_000;
    for (Server.Way way : server.ways()) {
      for (String tenant : TENANTS) {
        visits.add(
            tenant.equals("initech")
                ? Visit.withHeader(way, number, tenant)
                : Visit.withBaggage(way, number, tenant, "session-" + number));
        number += way.calls();
      }
    }
    return new Traffic(visits, 3);
  }

  private static Traffic manyVisits(Server server, int wanted) {
    Random random = new Random(50);
    List<Visit> visits = new ArrayList<>();
    long number = 1_000;
    while (visits.size() < wanted) {
      Server.Way way = server.ways().get(random.nextInt(server.ways().size()));
      visits.add(Visit.withHeader(way, number, "tenant-" + random.nextInt(50)));
      number += way.calls();
    }
    return new Traffic(visits, 8);
  }
}
