package io.costspan.smoke.rabbitmq;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import com.rabbitmq.client.GetResponse;
import io.costspan.smoke.servers.Assistant;
import java.io.IOException;
import java.util.concurrent.Executors;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;

/**
 * Takes messages from queues in every way there is. Arguments: port of the broker, URL of the provider,
 * number of messages after which it ends, then the queues as {@code way:queue}: they are {@code
 * pushed} to it, {@code pulled} by it, or {@code listened} to by Spring.
 */
public final class Consumers {
  private final ConnectionFactory factory = new ConnectionFactory();
  private final Connection connection;
  private final Replies replies;

  private Consumers(int port, Replies replies) throws Exception {
    factory.setPort(port);
    // All messages on the same two threads.
    factory.setSharedExecutor(Executors.newFixedThreadPool(2));
    connection = factory.newConnection();
    this.replies = replies;
  }

  public static void main(String... args) throws Exception {
    Replies replies = new Replies(new Assistant(args[1]), Integer.parseInt(args[2]));
    Consumers consumers = new Consumers(Integer.parseInt(args[0]), replies);
    for (int i = 3; i < args.length; i++) {
      String[] parts = args[i].split(":");
      switch (parts[0]) {
        case "pushed" -> consumers.push(parts[1]);
        case "pulled" -> consumers.pull(parts[1]);
        case "listened" -> consumers.listen(parts[1]);
        default -> throw new IllegalArgumentException(parts[0]);
      }
    }
    replies.await().forEach(reply -> System.out.println("answer|" + reply));
    System.exit(0);
  }

  private void push(String queue) throws IOException {
    Channel channel = connection.createChannel();
    channel.basicConsume(
        queue,
        true,
        (tag, message) -> replies.to(
            message.getProperties().getType(),
            message.getBody(),
            body -> channel.basicPublish("", "forwarded", null, body)),
        tag -> {});
  }

  private void pull(String queue) throws IOException {
    Channel channel = connection.createChannel();
    for (GetResponse message = channel.basicGet(queue, true);
        message != null;
        message = channel.basicGet(queue, true)) {
      replies.to(message.getProps().getType(), message.getBody(), body -> {});
    }
  }

  private void listen(String queue) {
    SimpleMessageListenerContainer container =
        new SimpleMessageListenerContainer(new CachingConnectionFactory(factory));
    container.setQueueNames(queue);
    container.setMessageListener(message ->
        replies.to(message.getMessageProperties().getType(), message.getBody(), body -> {}));
    container.start();
  }
}
