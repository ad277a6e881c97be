package io.costspan.smoke.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;

/**
 * A broker on a free port, with a message in it for each argument: {@code exchange|queue|type|text},
 * then headers as {@code name=value}, all divided by bars. The exchange may be empty.
 */
public final class Broker {
  private Broker() {}

  public static void main(String... args) throws Exception {
    int port = freePort();
    new SystemLauncher()
        .startup(Map.of(
            "type",
            "Memory",
            "startupLoggedToSystemOut",
            false,
            "initialConfigurationLocation",
            Broker.class.getResource("/broker.json").toString(),
            "context",
            Map.of("smoke.port", String.valueOf(port))));
    ConnectionFactory factory = new ConnectionFactory();
    factory.setPort(port);
    try (Connection connection = factory.newConnection();
        Channel channel = connection.createChannel()) {
      for (String arg : args) {
        send(channel, arg.split("\\|"));
      }
    }
    System.out.println("listening|" + port);
  }

  private static void send(Channel channel, String... parts) throws Exception {
    channel.queueDeclare(parts[1], false, false, false, null);
    if (!parts[0].isEmpty()) {
      channel.exchangeDeclare(parts[0], BuiltinExchangeType.DIRECT);
      channel.queueBind(parts[1], parts[0], parts[1]);
    }
    Map<String, Object> headers = new HashMap<>();
    for (int i = 4; i < parts.length; i++) {
      int end = parts[i].indexOf('=');
      headers.put(parts[i].substring(0, end), parts[i].substring(end + 1));
    }
    channel.basicPublish(
        parts[0],
        parts[1],
        new AMQP.BasicProperties.Builder().type(parts[2]).headers(headers).build(),
        parts[3].getBytes(StandardCharsets.UTF_8));
  }

  private static int freePort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
