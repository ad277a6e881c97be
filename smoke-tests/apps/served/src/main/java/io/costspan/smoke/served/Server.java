package io.costspan.smoke.served;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Answers {@code /ask/<tenant>/<how>/<number>} by calling a model, and {@code /baggage} by saying what
 * baggage came with the request.
 */
final class Server implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final HttpClient client = HttpClient.newHttpClient();
  private final Model model;

  private Server(HttpServer server, Model model) {
    this.server = server;
    this.model = model;
  }

  static Server start(String providerUrl) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Server server = new Server(http, new Model(providerUrl));
    http.setExecutor(server.threads);
    http.createContext("/ask", server::answer);
    http.createContext("/baggage", Server::tellBaggage);
    http.start();
    return server;
  }

  /** Sends itself a request: the path, and headers behind it, {@code /ask/x/here/1|X-Tenant-Id: acme}. */
  void ask(String request) throws IOException, InterruptedException {
    String[] parts = request.split("\\|");
    HttpRequest.Builder builder = HttpRequest.newBuilder(url("127.0.0.1", parts[0]));
    for (int i = 1; i < parts.length; i++) {
      int colon = parts[i].indexOf(": ");
      builder.header(parts[i].substring(0, colon), parts[i].substring(colon + 2));
    }
    System.out.println(
        request + " -> " + client.send(builder.build(), BodyHandlers.ofString()).body());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/");
    try {
      int status = Way.valueOf(path[3].toUpperCase()).call(model, Integer.parseInt(path[4]));
      respond(
          exchange,
          status + " localhost " + baggageAt("localhost") + " 127.0.0.1 " + baggageAt("127.0.0.1"));
    } catch (Exception e) {
      respond(exchange, e.toString());
    }
  }

  private String baggageAt(String host) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(url(host, "/baggage")).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private static void tellBaggage(HttpExchange exchange) throws IOException {
    respond(exchange, String.valueOf(exchange.getRequestHeaders().getFirst("baggage")));
  }

  private static void respond(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes();
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private URI url(String host, String path) {
    return URI.create("http://" + host + ":" + server.getAddress().getPort() + path);
  }
}
