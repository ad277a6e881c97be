package io.costspan.demo.copilot;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Listens on a free port of 127.0.0.1, which it prints, until its standard input ends. The SDKs take
 * their keys and base URLs from the environment; a provider without a key offers no features.
 */
public final class CopilotService {
  static {
    // Read once, when the server's classes are loaded. Without it every small write of a stream
    // waits 40 ms for the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final int THREADS = 8;
  private static final int STOP_SECONDS = 1;

  private CopilotService() {}

  public static void main(String[] arguments) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(anyPort, 0);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    server.setExecutor(threads);
    Map<String, Feature> features = Features.of(System.getenv());
    features.forEach((route, feature) -> server.createContext(route, new FeatureHandler(feature)));
    server.start();
    System.out.println("copilot http://127.0.0.1:" + server.getAddress().getPort());

    awaitEndOfInput();
    server.stop(STOP_SECONDS);
    threads.shutdown();
    // The clients' connection pools have threads of their own, which linger for a minute.
    System.exit(0);
  }

  private static void awaitEndOfInput() throws IOException {
    while (System.in.read() >= 0) {
      // Nothing is said to the service this way but that it shall stop.
    }
  }
}
