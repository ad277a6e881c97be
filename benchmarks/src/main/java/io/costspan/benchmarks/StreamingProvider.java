package io.costspan.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.costspan.benchmarks.call.Answers;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A provider on loopback that streams the same answer to whatever it is asked. */
final class StreamingProvider implements AutoCloseable {
  private static final int PIECES = 10;

  private final byte[] answer;
  private final long pauseMillis;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  /**
   * @param takes how long an answer takes; with zero it comes at once, and what is measured is the
   *     service and not who feeds it
   */
  StreamingProvider(int chunks, Duration takes) throws IOException {
    answer = Answers.chatStream(chunks);
    pauseMillis = takes.toMillis() / PIECES;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
    server.createContext("/", this::stream);
    server.setExecutor(threads);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private void stream(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
      exchange.sendResponseHeaders(200, 0);
      write(exchange.getResponseBody(), pauseMillis == 0 ? 1 : PIECES);
    } catch (InterruptedException theProgramEnds) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(OutputStream body, int pieces) throws IOException, InterruptedException {
    for (int piece = 0; piece < pieces; piece++) {
      Thread.sleep(pauseMillis);
      int from = answer.length * piece / pieces;
      body.write(answer, from, answer.length * (piece + 1) / pieces - from);
      body.flush();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
