package io.costspan.smoke.soak;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.costspan.smoke.runner.soak.Plan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Works when it is told to, in every way and with every client at once. Arguments: URL of the
 * provider, a port that nobody listens on, the seed, and the number of threads. {@code GET
 * /works/300/50} does the fifty works from the three hundredth on and answers with a line for each
 * call; {@code GET /heap/PREFIX} answers with what is in use after a collection; {@code GET /dump/FILE}
 * writes the heap to a file.
 */
public final class Main {
  private final Plan plan;
  private final Workers workers;

  private Main(Plan plan, Workers workers) {
    this.plan = plan;
    this.workers = workers;
  }

  public static void main(String... args) throws IOException {
    Calls calls = new Calls(new Clients(args[0], args[1]), args[0]);
    Main main =
        new Main(new Plan(Long.parseLong(args[2])), new Workers(calls, Integer.parseInt(args[3])));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/works/", main::work);
    server.createContext("/heap/", main::heap);
    server.createContext("/dump/", main::dump);
    server.start();
    System.out.println("listening|" + server.getAddress().getPort());
  }

  private void work(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    answer(exchange, workers.done(plan.works(Long.parseLong(path[2]), Integer.parseInt(path[3]))));
  }

  private void heap(HttpExchange exchange) throws IOException {
    answer(exchange, Heap.report(exchange.getRequestURI().getPath().split("/")[2]));
  }

  private void dump(HttpExchange exchange) throws IOException {
    Heap.dump(exchange.getRequestURI().getPath().substring("/dump".length()));
    answer(exchange, "");
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    try (exchange) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
