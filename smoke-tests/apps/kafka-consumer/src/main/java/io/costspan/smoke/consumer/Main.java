package io.costspan.smoke.consumer;

import io.costspan.smoke.servers.Assistant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A poll loop. The key of a message says how a model is to be called for it, its value is the number
 * of the call. Arguments: broker, group, URL of the provider, number of messages after which it ends, then
 * the topics.
 */
public final class Main {
  private final ExecutorService pool = Executors.newFixedThreadPool(2);
  private final Assistant assistant;
  private final List<String> answers = new ArrayList<>();

  private Main(Assistant assistant) {
    this.assistant = assistant;
  }

  public static void main(String... args) {
    Main main = new Main(new Assistant(args[2]));
    int messages = Integer.parseInt(args[3]);
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers", args[0],
            "group.id", args[1],
            "auto.offset.reset", "earliest"),
        new StringDeserializer(),
        new StringDeserializer())) {
      consumer.subscribe(List.of(args).subList(4, args.length));
      while (main.answers.size() < messages) {
        for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(100))) {
          main.answers.add("answer|" + main.answer(message).join());
        }
      }
    }
    main.answers.forEach(System.out::println);
    System.exit(0);
  }

  private CompletableFuture<String> answer(ConsumerRecord<String, String> message) {
    long number = Long.parseLong(message.value());
    return switch (message.key()) {
      case "sync" -> CompletableFuture.completedFuture(assistant.answer(number));
      case "pool" -> CompletableFuture.supplyAsync(() -> assistant.answer(number), pool);
      case "later" -> assistant.answerLater(number);
      case "streamed" -> {
        StringBuilder text = new StringBuilder();
        yield assistant.streamLater(number, text::append).thenApply(ended -> text.toString());
      }
      default -> throw new IllegalArgumentException(message.key());
    };
  }
}
