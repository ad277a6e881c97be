package io.costspan.demo.copilot;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The answer to one request, sent piece by piece; its status is 200 from the first piece on. */
final class Reply {
  private final HttpExchange exchange;
  private boolean started;

  Reply(HttpExchange exchange) {
    this.exchange = exchange;
  }

  void write(String piece) throws IOException {
    start(200);
    exchange.getResponseBody().write(piece.getBytes(StandardCharsets.UTF_8));
    exchange.getResponseBody().flush();
  }

  /** Too late once a piece is sent: then the answer just ends. */
  void refuse(int status, String reason) throws IOException {
    if (!started) {
      start(status);
      exchange.getResponseBody().write(reason.getBytes(StandardCharsets.UTF_8));
    }
  }

  void end() throws IOException {
    start(200);
    exchange.close();
  }

  private void start(int status) throws IOException {
    if (!started) {
      started = true;
      exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      exchange.sendResponseHeaders(status, 0);
    }
  }
}
