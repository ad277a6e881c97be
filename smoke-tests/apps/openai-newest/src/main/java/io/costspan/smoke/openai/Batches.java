package io.costspan.smoke.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.http.HttpResponse;
import com.openai.models.batches.Batch;
import com.openai.models.batches.BatchCreateParams;
import com.openai.models.files.FileCreateParams;
import com.openai.models.files.FilePurpose;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * Batches of three endpoints, made, looked at, and read: to the end, again by another client, left
 * early and gone on with, what failed, and a file that is no batch's. Arguments: URL of the provider;
 * a number of requests, for a batch of so many and nothing else.
 */
public final class Batches {
  private final OpenAIClient client;
  private final OpenAIClient another;

  private Batches(String url) {
    this.client = Clients.connect(url, 2);
    this.another = Clients.connect(url, 2);
  }

  public static void main(String... args) throws Exception {
    Batches batches = new Batches(args[0]);
    if (args.length > 1) {
      batches.many(Integer.parseInt(args[1]));
      System.exit(0);
    }
    batches.chat();
    batches.responses();
    batches.embeddings();
    batches.noBatch();
    System.exit(0);
  }

  private void chat() throws Exception {
    Batch batch = made(
        "/v1/chat/completions",
        line("a", "/v1/chat/completions", chat("tokens:in=1201,read=1024,out=17")),
        line("b", "/v1/chat/completions", chat("scenario:400")),
        line("c", "/v1/chat/completions", chat("tokens:in=877,out=1009")));
    read("chat", client.files().content(output(batch)));
    read("again", another.files().content(output(batch)));
    read("again async", client.async().files().content(output(batch)).get());
    read("errors", client.files().content(batch.errorFileId().orElseThrow()));
  }

  private void many(int requests) throws Exception {
    String[] lines = IntStream.range(0, requests)
        .mapToObj(i -> line(
            "r" + i,
            "/v1/chat/completions",
            chat("tokens:in=%d,out=%d".formatted(100 + i % 997, 1 + i % 89))))
        .toArray(String[]::new);
    String output = output(made("/v1/chat/completions", lines));
    try (HttpResponse response = client.files().content(output)) {
      System.out.println(lines(response.body()).lines().count());
    }
  }

  private void responses() throws Exception {
    Batch batch = made(
        "/v1/responses",
        line("a", "/v1/responses", responses("tokens:in=311,out=97,reasoning=64")),
        line("b", "/v1/responses", responses("tokens:in=89,out=53")),
        line("c", "/v1/responses", responses("tokens:in=401,read=128,out=7")));
    try (HttpResponse left = client.files().content(output(batch))) {
      System.out.println("left " + firstLine(left.body()));
    }
    read("gone on with", client.async().files().content(output(batch)).get());
  }

  private void embeddings() throws Exception {
    Batch batch = made(
        "/v1/embeddings",
        line("a", "/v1/embeddings", embeddings("tokens:in=71")),
        line("b", "/v1/embeddings", embeddings("tokens:in=73")));
    read(
        "retried async", client.async().files().content("busy-" + output(batch)).get());
  }

  private void noBatch() throws IOException {
    String file = uploaded("{\"text\":\"Nothing of a batch.\"}\n{\"text\":\"Nor this.\"}\n");
    read("no batch", client.files().content(file));
    try (HttpResponse unread = client.files().content(file)) {
      System.out.println("unread " + unread.statusCode());
    }
  }

  private Batch made(String endpoint, String... lines) throws Exception {
    Batch batch = client
        .batches()
        .create(BatchCreateParams.builder()
            .completionWindow(BatchCreateParams.CompletionWindow._24H)
            .endpoint(BatchCreateParams.Endpoint.of(endpoint))
            .inputFileId(uploaded(String.join("\n", lines)))
            .build());
    System.out.println(batch);
    return batch;
  }

  private String uploaded(String content) {
    return client
        .files()
        .create(FileCreateParams.builder()
            .purpose(FilePurpose.BATCH)
            .file(content.getBytes(StandardCharsets.UTF_8))
            .build())
        .id();
  }

  private static String output(Batch batch) {
    return batch.outputFileId().orElseThrow();
  }

  private static void read(String what, HttpResponse response) throws IOException {
    try (response) {
      System.out.println(
          what + " " + response.statusCode() + " " + response.headers().values("Content-Type"));
      lines(response.body()).lines().forEach(line -> System.out.println(what + ' ' + line));
    }
  }

  /** Byte by byte: a reader would read ahead. */
  private static String firstLine(InputStream body) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = body.read(); next != '\n'; next = body.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static BufferedReader lines(InputStream body) {
    return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  private static String line(String id, String url, String body) {
    return "{\"custom_id\":\"%s\",\"method\":\"POST\",\"url\":\"%s\",\"body\":%s}"
        .formatted(id, url, body);
  }

  private static String chat(String prompt) {
    return "{\"model\":\"gpt-4.1-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
        .formatted(prompt);
  }

  private static String responses(String prompt) {
    return "{\"model\":\"gpt-5-mini\",\"input\":\"%s\"}".formatted(prompt);
  }

  private static String embeddings(String prompt) {
    return "{\"model\":\"text-embedding-3-small\",\"dimensions\":8,\"input\":\"%s\"}"
        .formatted(prompt);
  }
}
