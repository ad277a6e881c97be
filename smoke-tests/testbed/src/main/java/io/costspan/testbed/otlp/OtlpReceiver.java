package io.costspan.testbed.otlp;

import com.google.protobuf.Message;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/** A collector on a free port of 127.0.0.1 for OTLP over HTTP in protobuf, gzip or not. */
public final class OtlpReceiver implements AutoCloseable {
  private final int port;
  private volatile HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
    Thread thread = new Thread(task, "otlp-receiver");
    thread.setDaemon(true);
    return thread;
  });
  private final AtomicInteger exports = new AtomicInteger();
  private final Received received = new Received();
  private volatile Behaviour behaviour = Behaviour.ACCEPT;
  private boolean closed;

  private OtlpReceiver(HttpServer server) {
    this.server = server;
    this.port = server.getAddress().getPort();
  }

  public static OtlpReceiver start() {
    try {
      OtlpReceiver receiver = new OtlpReceiver(HttpServer.create(loopback(0), 0));
      receiver.listen();
      return receiver;
    } catch (IOException e) {
      throw new IllegalStateException("no receiver on loopback", e);
    }
  }

  /** For {@code otel.exporter.otlp.endpoint}. */
  public String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  /** Applies to every export from now on. */
  public synchronized void behave(Behaviour how) {
    Behaviour before = behaviour;
    behaviour = how;
    notifyAll();
    if (how == Behaviour.DOWN) {
      server.stop(0);
    } else if (before == Behaviour.DOWN) {
      comeBack();
    }
  }

  private void comeBack() {
    try {
      server = HttpServer.create(loopback(port), 0);
      listen();
    } catch (IOException e) {
      throw new UncheckedIOException("the port of the receiver was taken", e);
    }
  }

  private void listen() {
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** Live: what is exported later shows up in it. */
  public Received received() {
    return received;
  }

  /** Exports that arrived, whatever was done with them. */
  public int exports() {
    return exports.get();
  }

  @Override
  public void close() {
    stopStalling();
    server.stop(0);
    threads.shutdownNow();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      exports.incrementAndGet();
      switch (behaviour) {
        case ACCEPT -> accept(exchange, body);
        case REFUSE, DOWN -> exchange.sendResponseHeaders(503, -1);
        case TOO_MANY -> {
          exchange.getResponseHeaders().add("Retry-After", "1");
          exchange.sendResponseHeaders(429, -1);
        }
        case STALL -> stall();
        case GARBAGE -> send(exchange, "<html>sign in</html>".getBytes(StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Then the connection is closed without an answer. */
  private synchronized void stall() throws InterruptedException {
    while (behaviour == Behaviour.STALL && !closed) {
      wait();
    }
  }

  private synchronized void stopStalling() {
    closed = true;
    notifyAll();
  }

  private void accept(HttpExchange exchange, byte[] body) throws IOException {
    boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (InputStream plain = plain(body, gzip)) {
      send(exchange, store(exchange.getRequestURI().getPath(), plain).toByteArray());
    }
  }

  private static InputStream plain(byte[] body, boolean gzip) throws IOException {
    InputStream bytes = new ByteArrayInputStream(body);
    return gzip ? new GZIPInputStream(bytes) : bytes;
  }

  private Message store(String path, InputStream body) throws IOException {
    switch (path) {
      case "/v1/traces" -> {
        received.add(ExportTraceServiceRequest.parseFrom(body));
        return ExportTraceServiceResponse.getDefaultInstance();
      }
      case "/v1/metrics" -> {
        received.add(ExportMetricsServiceRequest.parseFrom(body));
        return ExportMetricsServiceResponse.getDefaultInstance();
      }
      case "/v1/logs" -> {
        received.add(ExportLogsServiceRequest.parseFrom(body));
        return ExportLogsServiceResponse.getDefaultInstance();
      }
      default -> throw new IOException("not an OTLP path: " + path);
    }
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
