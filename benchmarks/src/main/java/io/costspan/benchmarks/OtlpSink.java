package io.costspan.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Collector on loopback that takes everything and keeps nothing but whose spans it saw: a
 * benchmark of telemetry that was never made would look very good.
 */
final class OtlpSink implements AutoCloseable {
  private static final Set<String> LLM_SCOPES =
      Set.of("io.costspan", "io.opentelemetry.openai-java-1.1", "com.anthropic.sdk.java");

  private final Duration delay;
  private final Set<String> scopes = new ConcurrentSkipListSet<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /**
   * @param delay how long each answer takes, as over a network
   */
  OtlpSink(Duration delay) throws IOException {
    this.delay = delay;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.setExecutor(threads);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The scopes of LLM spans that arrived since the last time this was asked. */
  Set<String> takeScopes() {
    Set<String> taken = new TreeSet<>(scopes);
    scopes.clear();
    return taken;
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestURI().getPath().endsWith("/traces")) {
        note(new String(body, ISO_8859_1));
      }
      Thread.sleep(delay.toMillis());
      exchange.sendResponseHeaders(200, -1);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(String traces) {
    for (String scope : LLM_SCOPES) {
      if (traces.contains(asField(scope))) {
        scopes.add(scope);
      }
    }
  }

  /** As the first field of a protobuf message: the same words in a command line are longer. */
  private static String asField(String text) {
    return "\n" + (char) text.length() + text;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
