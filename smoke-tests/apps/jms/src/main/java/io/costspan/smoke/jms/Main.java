package io.costspan.smoke.jms;

import io.costspan.smoke.servers.Assistant;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnection;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Listens to queues and calls a model for each message. Arguments: URL of the provider, then the
 * messages, {@code queue|number of the call|tenant}; without a tenant the message has no such property.
 */
public final class Main {
  private Main() {}

  public static void main(String... args) throws Exception {
    Configuration configuration = new ConfigurationImpl()
        .setPersistenceEnabled(false)
        .setSecurityEnabled(false)
        .addAcceptorConfiguration("in-vm", "vm://0");
    new EmbeddedActiveMQ().setConfiguration(configuration).start();
    String[][] messages =
        Arrays.stream(args).skip(1).map(arg -> arg.split("\\|")).toArray(String[][]::new);

    ActiveMQConnection connection =
        (ActiveMQConnection) new ActiveMQConnectionFactory("vm://0").createConnection();
    Assistant assistant = new Assistant(args[0]);
    CountDownLatch answered = new CountDownLatch(messages.length);
    Session listening = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    TreeSet<String> queues = new TreeSet<>();
    Arrays.stream(messages).forEach(message -> queues.add(message[0]));
    for (String queue : queues) {
      listening.createConsumer(listening.createQueue(queue)).setMessageListener(message -> {
        assistant.answer(numberOf(message));
        answered.countDown();
      });
    }
    connection.start();
    send(connection.createSession(false, Session.AUTO_ACKNOWLEDGE), messages);
    System.out.println("answered|" + answered.await(2, TimeUnit.MINUTES));
    System.exit(0);
  }

  private static void send(Session session, String[]... messages) throws JMSException {
    for (String[] parts : messages) {
      Queue queue = session.createQueue(parts[0]);
      TextMessage message = session.createTextMessage(parts[1]);
      if (parts.length > 2) {
        message.setStringProperty("tenant", parts[2]);
      }
      session.createProducer(queue).send(message);
    }
  }

  private static long numberOf(Message message) {
    try {
      return Long.parseLong(((TextMessage) message).getText());
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
  }
}
