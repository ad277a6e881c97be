package io.costspan.smoke;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.costspan.testbed.otlp.Received;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * After visits in good order, requests whose words about the payer are not: written to the socket as
 * they are, since no client would send them.
 */
final class HostileVisits implements Launch.Visitors {
  /** What must not be found anywhere. */
  static final String LONG = "x".repeat(200);

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** One character to a byte. */
  private static final List<String> HEADERS = List.of(
      "X-Tenant-Id: ",
      "X-Tenant-Id: " + "x".repeat(1_000_000),
      "X-Tenant-Id: " + "x".repeat(6_000),
      "X-Tenant-Id: a\u0001b\u0007c",
      "X-Tenant-Id: " + bytes("user\u202Eevil\u2066"),
      "X-Tenant-Id: \u00c3\u0028\u00ff\u00fe",
      "X-Tenant-Id: one\r\nX-Tenant-Id: two",
      "X-Tenant-Id: a,b;c=d\"e\\{}$%",
      "baggage: tenant.id=a%0Ab%0D%0AX-Evil:%20yes",
      "baggage: tenant.id=user%E2%80%AEevil,session.id=%E2%81%A6",
      "baggage: tenant.id=%FF%FE%00,session.id=%C3%28",
      "baggage: tenant.id=,session.id=" + "x".repeat(6_000),
      "baggage: =,=;;,tenant.id=%,session.id=%zz");

  private final Server server;
  private final Traffic inGoodOrder;
  private final List<String> answers = new ArrayList<>();

  HostileVisits(Server server, Traffic inGoodOrder) {
    this.server = server;
    this.inGoodOrder = inGoodOrder;
  }

  @Override
  public void visit(int port) {
    inGoodOrder.visit(port);
    for (int i = 0; i < HEADERS.size(); i++) {
      answers.add(answer(port, server.ways().get(0).pathOf(100 + i), HEADERS.get(i)));
    }
  }

  @Override
  public void awaitTraces(Received received) {
    int calls = inGoodOrder.payers().size() + Math.toIntExact(answered());
    try {
      received.awaitSpans(calls, span -> span.scope().equals(Run.SCOPE), PATIENCE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that came back, but for the date and for how a refusal closes the connection. */
  List<String> answers() {
    List<String> all = new ArrayList<>(inGoodOrder.answers());
    all.addAll(answers);
    return all;
  }

  /** The others the server refused by itself. */
  long answered() {
    return answers.stream().filter(answer -> answer.startsWith("HTTP/1.1 200")).count();
  }

  private static String answer(int port, String path, String header) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
      write(
          socket,
          "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n" + header
              + "\r\n\r\n");
      return answer(socket)
          .lines()
          .filter(line -> !line.startsWith("Date: "))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Socket socket, String request) throws IOException {
    try {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    } catch (SocketException e) {
      // Refused before it was whole. The answer was sent before.
    }
  }

  private static String answer(Socket socket) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(answer);
    } catch (SocketException e) {
      // A server that closes has not read all: the reset follows the answer, sooner or later.
    }
    return answer.toString(UTF_8);
  }

  private static String bytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
