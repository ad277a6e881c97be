package io.costspan.testbed.provider;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A provider on a free port of 127.0.0.1, for as many clients at once as there are threads. OpenAI
 * clients use {@link #openAiBaseUrl()}, Anthropic clients {@link #anthropicBaseUrl()}.
 */
public final class ProviderServer implements AutoCloseable {
  static {
    // Read once, when the server's classes are loaded. Without it every small write waits 40 ms for
    // the client's delayed acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // A client that uses a connection just when the server ends it for idleness fails.
    System.setProperty("sun.net.httpserver.idleInterval", "86400");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Gates gates = new Gates();
  private final ProviderLedger ledger = new ProviderLedger();
  private final AtomicInteger asked = new AtomicInteger();
  private final Map<Integer, Runnable> turns = new ConcurrentHashMap<>();
  private final AtomicInteger generations = new AtomicInteger();
  private final Batches batches = new Batches(request -> generated(request, true));
  private final List<ReceivedRequest> received = Collections.synchronizedList(new ArrayList<>());

  private ProviderServer(HttpServer server) {
    this.server = server;
    this.threads = Executors.newCachedThreadPool(task -> {
      Thread thread = new Thread(task, "provider");
      thread.setDaemon(true);
      return thread;
    });
  }

  public static ProviderServer start() {
    try {
      InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      ProviderServer provider = new ProviderServer(HttpServer.create(anyPort, 1_024));
      provider.server.setExecutor(provider.threads);
      provider.server.createContext("/", provider::answer);
      provider.server.createContext("/gates/", provider::turn);
      provider.server.start();
      return provider;
    } catch (IOException e) {
      throw new IllegalStateException("no provider on loopback", e);
    }
  }

  public String openAiBaseUrl() {
    return anthropicBaseUrl() + "/v1";
  }

  public String anthropicBaseUrl() {
    return "http://127.0.0.1:" + port();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public ProviderLedger ledger() {
    return ledger;
  }

  /** Runs this when so many calls have come, before the last of them is answered. */
  public void whenAsked(int calls, Runnable turn) {
    turns.put(calls, turn);
  }

  /** Every attempt at every call, in the order of arrival. */
  public List<ReceivedRequest> received() {
    synchronized (received) {
      return List.copyOf(received);
    }
  }

  /** What {@link #received} says, which is forgotten, and the gates of those calls with it. */
  public List<ReceivedRequest> takeReceived() {
    synchronized (received) {
      List<ReceivedRequest> taken = List.copyOf(received);
      received.clear();
      gates.forget();
      return taken;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      Headers headers = exchange.getRequestHeaders();
      try {
        Batches.Found found = batches.answer(exchange.getRequestMethod(), path, body);
        if (found != null) {
          keep(exchange, body, -1);
          if (found.status() == 429) {
            exchange.getResponseHeaders().add("retry-after-ms", "1");
          }
          send(exchange, found.status(), found.type(), found.body());
          return;
        }
        answer(exchange, ProviderRequest.of(path, headers, body, this::arrived), body);
      } catch (IllegalArgumentException e) {
        exchange.getResponseHeaders().add("x-should-retry", "false");
        send(exchange, 501, "text/plain", e.toString());
      }
    }
  }

  private void answer(HttpExchange exchange, ProviderRequest request, byte[] body)
      throws IOException {
    long callNumber = request.callNumber();
    keep(exchange, body, callNumber);
    turns.getOrDefault(asked.incrementAndGet(), () -> {}).run();
    Gates.Gate gate = gates.of(callNumber);
    gate.arrive();
    if (request.script() == Script.HELD) {
      gate.awaitOpen();
    }
    try {
      answer(exchange, request);
      // The server buffers: what was written is sent when the exchange is closed.
      exchange.close();
    } finally {
      gate.answered(); // also to a client that has left
    }
  }

  private void keep(HttpExchange exchange, byte[] body, long callNumber) {
    String target = exchange.getRequestMethod() + ' ' + exchange.getRequestURI();
    Headers headers = copyOf(exchange.getRequestHeaders());
    received.add(new ReceivedRequest(target, headers, body, callNumber));
  }

  private void answer(HttpExchange exchange, ProviderRequest request) throws IOException {
    request.dialect().addHeaders(exchange.getResponseHeaders());
    Refusal refusal = Refusal.of(request);
    if (refusal != null) {
      request.dialect().addRefusalHeaders(refusal.status(), exchange.getResponseHeaders());
      if (refusal.status() == 429) {
        exchange.getResponseHeaders().add("retry-after-ms", "1");
      }
      send(exchange, refusal.status(), "application/json", refusal.body());
      return;
    }
    Generation generation = generated(request, false);
    Answer answer = request.dialect().answer(generation);
    request.dialect().addHeaders(generation, exchange.getResponseHeaders());
    if (!request.stream()) {
      send(exchange, 200, "application/json", answer.json());
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", request.dialect().streamType());
    exchange.sendResponseHeaders(200, 0);
    new StreamWriter(exchange.getResponseBody(), closed).write(request, answer.stream());
  }

  private Generation generated(ProviderRequest request, boolean inBatch) {
    Generation generation = new Generation(generations.incrementAndGet(), request, inBatch);
    ledger.add(generation.ledgerEntry());
    return generation;
  }

  private int arrived(long callNumber) {
    return (int) received().stream().filter(r -> r.callNumber() == callNumber).count();
  }

  private void turn(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean happened = gates.turn(exchange.getRequestURI().getPath());
      send(exchange, happened ? 200 : 504, "text/plain", happened ? "ok" : "too late");
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Headers copyOf(Headers headers) {
    Headers copy = new Headers();
    headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    return copy;
  }
}
