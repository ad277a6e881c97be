package io.opentelemetry.javaagent.costspan.tap;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider on loopback that says one thing to everybody, and to some not to the end. */
public final class Loopback implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<String> received = new CopyOnWriteArrayList<>();
  private final String type;
  private final String body;
  private final boolean held;
  private final int missing;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  private Loopback(String type, String body, boolean held, int missing) throws IOException {
    this.type = type;
    this.body = body;
    this.held = held;
    this.missing = missing;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public static Loopback saying(String type, String body) throws IOException {
    return new Loopback(type, body, false, 0);
  }

  /** Says it and then neither goes on nor ends. */
  public static Loopback stuckAfter(String type, String body) throws IOException {
    return new Loopback(type, body, true, 0);
  }

  /** Says it and, once it is closed, breaks off before what it has announced. */
  public static Loopback breakingOffAfter(String type, String body) throws IOException {
    return new Loopback(type, body, true, 1);
  }

  /** Takes requests and never answers. */
  public static Loopback silent() throws IOException {
    return new Loopback("", "", true, 0);
  }

  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Bodies of the requests. */
  public List<String> received() {
    return received;
  }

  public void awaitRequest() throws InterruptedException {
    arrived.await();
  }

  /** Does not answer what comes from now on before it {@link #goOn goes on}. */
  public void hold() {
    gate = new CountDownLatch(1);
  }

  public void goOn() {
    gate.countDown();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      received.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      arrived.countDown();
      gate.await();
      if (!type.isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", type);
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(200, held && missing == 0 ? 0 : bytes.length + missing);
        OutputStream out = exchange.getResponseBody();
        out.write(bytes);
        out.flush();
      }
      if (held) {
        closed.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    goOn();
    server.stop(0);
    threads.shutdownNow();
  }
}
