package io.costspan.smoke;

import io.costspan.testbed.otlp.Received;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Visits to a server, so many at once, and what they were answered. */
final class Traffic implements Launch.Visitors {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Visit> visits;
  private final int atOnce;
  private final List<String> answers = new ArrayList<>();

  Traffic(List<Visit> visits, int atOnce) {
    this.visits = new ArrayList<>(visits);
    this.atOnce = atOnce;
  }

  void add(Visit visit) {
    visits.add(visit);
  }

  @Override
  public void visit(int port) {
    ExecutorService visitors = Executors.newFixedThreadPool(atOnce);
    try {
      List<Future<String>> pending = new ArrayList<>();
      for (Visit visit : visits) {
        pending.add(visitors.submit(() -> answer(visit, port)));
      }
      for (Future<String> answer : pending) {
        answers.add(answer.get());
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      visitors.shutdownNow();
    }
  }

  @Override
  public void awaitTraces(Received received) {
    try {
      received.awaitSpans(
          visits.size(), span -> span.kind() == SpanKind.SPAN_KIND_SERVER, PATIENCE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Status, content type and body, in the order of the visits. */
  List<String> answers() {
    return List.copyOf(answers);
  }

  /** By call number. */
  Map<Long, ExpectedPayer> payers() {
    Map<Long, ExpectedPayer> payers = new TreeMap<>();
    visits.forEach(visit -> payers.putAll(visit.payers()));
    return payers;
  }

  private String answer(Visit visit, int port) throws Exception {
    HttpResponse<String> response =
        client.send(visit.to(port), HttpResponse.BodyHandlers.ofString());
    return visit.way().pathOf(visit.number())
        + "|" + response.statusCode()
        + " " + response.headers().map().keySet()
        + " " + response.headers().firstValue("content-type").orElse("")
        + "|" + response.body();
  }
}
