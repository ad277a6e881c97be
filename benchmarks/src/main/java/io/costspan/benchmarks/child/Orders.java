package io.costspan.benchmarks.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;

/**
 * The parent's orders: a line on standard input each, answered with one line. Between two of them
 * this JVM waits, so that another one has the machine to itself.
 */
public final class Orders {
  /** What an answer begins with: JVMs and agents print too. */
  public static final String ANSWER = "answer ";

  private Orders() {}

  /** Obeys until the parent closes the input or ends, and then ends this JVM. */
  public static void obey(Application application) throws Exception {
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      System.out.println(ANSWER + application.obey(order.split(" ")));
    }
    System.exit(0); // clients and servers keep threads
  }

  /** What an application does when it is told. */
  public interface Application {
    /** The answer, in one line. */
    String obey(String... order) throws Exception;
  }
}
