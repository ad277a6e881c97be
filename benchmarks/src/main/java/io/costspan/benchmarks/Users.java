package io.costspan.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** So many users, each of whom asks again as soon as the answer is complete. */
final class Users implements AutoCloseable {
  private final ExecutorService threads;
  private final OkHttpClient http;
  private final int count;

  Users(int count) {
    this.count = count;
    this.threads = Executors.newFixedThreadPool(count);
    this.http = new OkHttpClient.Builder()
        .connectionPool(new ConnectionPool(2 * count, 1, TimeUnit.HOURS))
        .readTimeout(Duration.ofMinutes(1))
        .build();
  }

  /** Asks for so long; the time that each answer took, in ms. */
  Sample ask(String url, Duration duration) throws InterruptedException, ExecutionException {
    long endNanos = System.nanoTime() + duration.toNanos();
    List<Future<List<Double>>> users = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String tenant = "tenant-" + i % 50;
      users.add(threads.submit(() -> askUntil(endNanos, request(url, tenant))));
    }
    Sample all = new Sample();
    for (Future<List<Double>> user : users) {
      user.get().forEach(all::add);
    }
    return all;
  }

  private static Request request(String url, String tenant) {
    return new Request.Builder().url(url).header("X-Tenant-Id", tenant).build();
  }

  private List<Double> askUntil(long endNanos, Request request) throws IOException {
    List<Double> millis = new ArrayList<>();
    for (long now = System.nanoTime(); now < endNanos; ) {
      long startNanos = now;
      askOnce(request);
      now = System.nanoTime();
      millis.add((now - startNanos) / 1e6);
    }
    return millis;
  }

  private void askOnce(Request request) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      if (response.body().bytes().length == 0) {
        throw new IllegalStateException("an answer of " + response.code() + " and no text");
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    http.connectionPool().evictAll();
    http.dispatcher().executorService().shutdown();
  }
}
