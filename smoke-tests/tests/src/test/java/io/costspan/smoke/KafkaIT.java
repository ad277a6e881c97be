package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.AgentJvm;
import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A poll loop that calls a model for each message: the message says who pays. */
class KafkaIT {
  private static final List<String> TOPICS = List.of("drafts", "summaries");
  private static final List<String> WAYS = List.of("sync", "pool", "later", "streamed");

  private static final Map<Long, ExpectedPayer> PAYERS = new TreeMap<>();
  private static AgentJvm broker;

  @BeforeAll
  static void start() {
    JvmCommand command = new JvmCommand(Jdks.running())
        .classPath(List.of(classPath("kafka-broker")))
        .main("io.costspan.smoke.broker.Main", messages().toArray(new String[0]));
    broker = AgentJvm.start(command, Duration.ofMinutes(2));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  /** Half of the tenants stand in the messages' baggage, half in a header of the messages. */
  @Test
  void everyCallIsPaidByTheMessageItIsMadeFor() {
    Run run = Launch.in(Environment.current())
        .property(
            "otel.instrumentation.costspan.tenant.from",
            "baggage:tenant.id,message-header:X-Tenant-Id")
        .run(Jdks.running(), (command, url, port) -> consumer(command, url, "costspan"));

    new PayerCheck(run, PAYERS).all();
  }

  /** The agent then reads the headers only to link the message to its sender; baggage is lost. */
  @Tag("matrix")
  @Test
  void headersAreReadWhereReceivingHasSpansOfItsOwn() {
    Run run = Launch.in(Environment.current())
        .property("otel.instrumentation.costspan.tenant.from", "message-header:X-Tenant-Id")
        .property("otel.instrumentation.messaging.experimental.receive-telemetry.enabled", "true")
        .run(Jdks.running(), (command, url, port) -> consumer(command, url, "receiving"));
    Map<Long, ExpectedPayer> payers = new TreeMap<>();
    PAYERS.forEach((number, payer) -> payers.put(
        number,
        new ExpectedPayer(payer.tenant().equals("globex") ? "globex" : "", null, payer.feature())));

    new PayerCheck(run, payers).spansAndEventsNameThePayer();
  }

  @Tag("matrix")
  @Test
  void theConsumerDoesTheSameWithoutUs() {
    Run plain =
        Launch.bare().run(Jdks.running(), (command, url, port) -> consumer(command, url, "plain"));
    Run run = Launch.in(Environment.current())
        .run(Jdks.running(), (command, url, port) -> consumer(command, url, "again"));

    assertThat(run.jvm().stdout())
        .hasSameSizeAs(PAYERS.keySet())
        .isEqualTo(plain.jvm().stdout());
  }

  private static void consumer(JvmCommand command, String url, String group) {
    List<String> arguments = new ArrayList<>();
    arguments.add("127.0.0.1:" + broker.port());
    arguments.add(group);
    arguments.add(url);
    arguments.add(String.valueOf(PAYERS.size()));
    arguments.addAll(TOPICS);
    command
        .classPath(List.of(classPath("kafka-consumer")))
        .main("io.costspan.smoke.consumer.Main", arguments.toArray(new String[0]));
  }

  private static List<String> messages() {
    List<String> messages = new ArrayList<>();
    long number = 100;
    for (String way : WAYS) {
      for (String topic : TOPICS) {
        messages.add("%s|%s|%d|baggage=tenant.id=acme,session.id=s-%d"
            .formatted(topic, way, number, number));
        PAYERS.put(number, new ExpectedPayer("acme", "s-" + number, topic));
        number++;
        messages.add("%s|%s|%d|X-Tenant-Id=globex".formatted(topic, way, number));
        PAYERS.put(number, new ExpectedPayer("globex", null, topic));
        number++;
      }
    }
    return messages;
  }

  private static Path classPath(String app) {
    return Artifacts.app(app).resolve("target/app");
  }
}
