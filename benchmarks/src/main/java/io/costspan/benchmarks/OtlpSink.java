package io.costspan.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;

/**
 * A Collector on loopback, and an agent for Datadog's tracer, that takes everything and keeps
 * nothing but whose spans of LLM calls it saw.
 */
final class OtlpSink implements AutoCloseable {
  /** What stands for a scope in what Datadog's tracer sends for its LLM Observability. */
  static final String DATADOG = "integration:openai";

  /** Sends traces and LLM spans only where it is told that they are taken. */
  private static final String DATADOG_TAKES = """
      {"version": "7.60.0", "endpoints": ["/v0.4/traces", "/evp_proxy/v2/", "/evp_proxy/v4/"]}
      """;

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
      byte[] body = body(exchange);
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/v1/traces")) {
        note(new String(body, ISO_8859_1));
      } else if (path.endsWith("/llmobs") && new String(body, ISO_8859_1).contains(DATADOG)) {
        scopes.add(DATADOG);
      }
      Thread.sleep(delay.toMillis());
      answer(exchange, path);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (!"gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      return body;
    }
    return new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
  }

  private static void answer(HttpExchange exchange, String path) throws IOException {
    String said = path.equals("/info") ? DATADOG_TAKES : path.startsWith("/v1/") ? "" : "{}";
    exchange.sendResponseHeaders(200, said.isEmpty() ? -1 : said.length());
    exchange.getResponseBody().write(said.getBytes(ISO_8859_1));
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
