package io.costspan.smoke.broker;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/**
 * A broker on a free port, with a message in it for each argument: {@code topic|key|value}, then
 * headers as {@code name=value}, all divided by bars.
 */
public final class Main {
  private Main() {}

  public static void main(String... args) {
    TreeSet<String> topics = new TreeSet<>();
    Arrays.stream(args).forEach(arg -> topics.add(arg.split("\\|")[0]));
    EmbeddedKafkaKraftBroker broker =
        new EmbeddedKafkaKraftBroker(1, 1, topics.toArray(new String[0]));
    broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
    broker.afterPropertiesSet();
    String address = broker.getBrokersAsString();
    Map<String, Object> settings = Map.of("bootstrap.servers", address);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      Arrays.stream(args).forEach(arg -> producer.send(message(arg.split("\\|"))));
    }
    System.out.println("listening|" + address.substring(address.lastIndexOf(':') + 1));
  }

  private static ProducerRecord<String, String> message(String... parts) {
    ProducerRecord<String, String> message = new ProducerRecord<>(parts[0], parts[1], parts[2]);
    for (int i = 3; i < parts.length; i++) {
      int end = parts[i].indexOf('=');
      byte[] value = parts[i].substring(end + 1).getBytes(StandardCharsets.UTF_8);
      message.headers().add(parts[i].substring(0, end), value);
    }
    return message;
  }
}
