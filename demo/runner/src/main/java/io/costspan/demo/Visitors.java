package io.costspan.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The people who use the service, all at the same time, each one errand after the other. */
final class Visitors {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI service;

  Visitors(URI service) {
    this.service = service;
  }

  /** Returns when all are done; fails when one was not answered as it had to be. */
  void send(List<List<Errand>> people) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(people.size());
    try {
      List<Future<?>> visits = new ArrayList<>();
      for (List<Errand> errands : people) {
        visits.add(threads.submit(() -> {
          for (Errand errand : errands) {
            send(errand);
          }
          return null;
        }));
      }
      for (Future<?> visit : visits) {
        visit.get();
      }
    } catch (ExecutionException e) {
      throw new DemoFailure(e.getCause().getMessage(), e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private void send(Errand errand) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(service.resolve(errand.route()))
        .timeout(PATIENCE)
        .header("baggage", errand.baggage())
        .POST(HttpRequest.BodyPublishers.ofString(errand.text()))
        .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != errand.status()) {
      throw new DemoFailure("%s of %s was answered with %d: %s"
          .formatted(errand.route(), errand.tenant(), response.statusCode(), response.body()));
    }
  }
}
