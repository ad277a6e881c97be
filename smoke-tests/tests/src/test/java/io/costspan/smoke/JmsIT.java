package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listeners that call a model for each message of a JMS broker: the message says who pays. */
@Tag("matrix")
class JmsIT {
  private static final List<String> QUEUES = List.of("drafts", "summaries");
  private static final List<String> TENANTS = List.of("acme", "globex", "");

  /** A message that names no tenant has none, though its session has just served another. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyCallIsPaidByTheMessageItIsMadeFor(boolean receivingHasSpans) {
    Map<Long, ExpectedPayer> payers = new TreeMap<>();
    List<String> messages = messages(payers);
    Run run = Launch.in(Environment.current())
        .property("otel.instrumentation.costspan.tenant.from", "message-header:tenant")
        .property(
            "otel.instrumentation.messaging.experimental.receive-telemetry.enabled",
            String.valueOf(receivingHasSpans))
        .run(Jdks.running(), (command, url, refusedPort) -> {
          List<String> arguments = new ArrayList<>(List.of(url));
          arguments.addAll(messages);
          command
              .classPath(List.of(Artifacts.app("jms").resolve("target/app")))
              .main("io.costspan.smoke.jms.Main", arguments.toArray(new String[0]));
        });

    assertThat(run.jvm().stdout()).contains("answered|true");
    new PayerCheck(run, payers).spansAndEventsNameThePayer();
  }

  private static List<String> messages(Map<Long, ExpectedPayer> payers) {
    List<String> messages = new ArrayList<>();
    for (long number = 100; number < 130; number++) {
      String queue = QUEUES.get((int) number % QUEUES.size());
      String tenant = TENANTS.get((int) number % TENANTS.size());
      messages.add(queue + "|" + number + "|" + tenant);
      payers.put(number, new ExpectedPayer(tenant, null, queue));
    }
    return messages;
  }
}
