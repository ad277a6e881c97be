package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.AgentJvm;
import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Consumers of RabbitMQ that call a model for each message: the message says who pays. */
@Tag("matrix")
class RabbitMqIT {
  private static final List<String> WAYS = List.of("sync", "pool", "later", "streamed");
  private static final String HEADER = "X-Tenant-Id";

  private final List<String> messages = new ArrayList<>();
  private final Map<Long, ExpectedPayer> payers = new TreeMap<>();

  /** On the same threads, in turns: by baggage, by a header, by nobody. */
  @Test
  void everyCallIsPaidByTheMessageItIsMadeFor() {
    sendInEveryWay();

    Run run = consume(agent(), "pushed:drafts", "pushed:summaries", "listened:reports");

    new PayerCheck(run, payers).all();
  }

  @Test
  void theSameWhereReceivingHasSpansOfItsOwn() {
    sendInEveryWay();

    Run run = consume(
        agent()
            .property(
                "otel.instrumentation.messaging.experimental.receive-telemetry.enabled", "true"),
        "pushed:drafts",
        "pushed:summaries",
        "listened:reports");

    new PayerCheck(run, payers).spansAndEventsNameThePayer();
  }

  /** The agent sends it on with what is sent while a message is processed. */
  @Test
  void baggageGoesOnToTheNextConsumer() {
    for (long number = 100; number < 110; number++) {
      String tenant = number % 2 == 0 ? "acme" : "globex";
      send("", "drafts", "forward", number, "baggage=tenant.id=" + tenant);
      payers.put(number, new ExpectedPayer(tenant, null, "forwarded"));
    }
    messages.add("|forwarded|sync|110");
    payers.put(110L, new ExpectedPayer("", null, "forwarded"));

    Run run = consume(agent(), "pushed:drafts", "pushed:forwarded");

    PayerCheck check = new PayerCheck(run, payers);
    check.spansAndEventsNameThePayer();
    check.metricsSayOfEachPayerWhatTheProviderBilled();
  }

  /** Nothing says when the work for such a message begins and ends. */
  @Test
  void whatIsPulledIsNobodys() {
    for (long number = 100; number < 104; number++) {
      send("", "pulled", "sync", number, HEADER + "=acme");
      payers.put(number, new ExpectedPayer("", null, ""));
    }

    Run run = consume(agent(), "pulled:pulled");

    PayerCheck check = new PayerCheck(run, payers);
    check.spansAndEventsNameThePayer();
    check.metricsSayOfEachPayerWhatTheProviderBilled();
  }

  @Test
  void theConsumersDoTheSameWithoutUs() {
    sendInEveryWay();
    String[] queues = {"pushed:drafts", "pushed:summaries", "listened:reports"};

    Run plain = consume(Launch.bare(), queues);
    Run run = consume(Launch.in(Environment.current()), queues);

    assertThat(run.jvm().stdout())
        .hasSameSizeAs(payers.keySet())
        .isEqualTo(plain.jvm().stdout());
  }

  private static Launch agent() {
    return Launch.in(Environment.current())
        .property(
            "otel.instrumentation.costspan.tenant.from",
            "baggage:tenant.id,message-header:" + HEADER);
  }

  private void sendInEveryWay() {
    long number = 100;
    for (String way : WAYS) {
      for (String queue : List.of("drafts", "summaries", "reports")) {
        String exchange = queue.equals("drafts") ? "" : "orders";
        // Spring's listeners tell the routing key.
        String feature = queue.equals("summaries") ? exchange : queue;
        send(exchange, queue, way, number, "baggage=tenant.id=acme,session.id=s-" + number);
        payers.put(number, new ExpectedPayer("acme", "s-" + number, feature));
        number++;
        send(exchange, queue, way, number, HEADER + "=globex");
        payers.put(number, new ExpectedPayer("globex", null, feature));
        number++;
        send(exchange, queue, way, number);
        payers.put(number, new ExpectedPayer("", null, feature));
        number++;
      }
    }
  }

  private void send(String exchange, String queue, String way, long number, String... headers) {
    List<String> parts = new ArrayList<>(List.of(exchange, queue, way, String.valueOf(number)));
    parts.addAll(Arrays.asList(headers));
    messages.add(String.join("|", parts));
  }

  private Run consume(Launch launch, String... queues) {
    try (AgentJvm broker = AgentJvm.start(
        main(new JvmCommand(Jdks.running()), "Broker", messages), Duration.ofMinutes(2))) {
      return launch.run(Jdks.running(), (command, url, refusedPort) -> {
        List<String> arguments = new ArrayList<>(
            List.of(String.valueOf(broker.port()), url, String.valueOf(payers.size())));
        arguments.addAll(Arrays.asList(queues));
        main(command, "Consumers", arguments);
      });
    }
  }

  private static JvmCommand main(JvmCommand command, String name, List<String> arguments) {
    return command
        .classPath(List.of(Artifacts.app("rabbitmq").resolve("target/app")))
        .main("io.costspan.smoke.rabbitmq." + name, arguments.toArray(new String[0]));
  }
}
