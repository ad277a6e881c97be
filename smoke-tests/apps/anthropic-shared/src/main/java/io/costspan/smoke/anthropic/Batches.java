package io.costspan.smoke.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.models.messages.batches.BatchCreateParams;
import com.anthropic.models.messages.batches.BatchCreateParams.Request;
import com.anthropic.models.messages.batches.BatchResultsParams;
import com.anthropic.models.messages.batches.MessageBatch;
import io.costspan.smoke.runner.Chunks;
import java.lang.ref.Reference;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Batches, made and read: to the end, again by another client, left early and gone on with, and by
 * the beta service. Argument: URL of the provider.
 */
public final class Batches {
  private final AnthropicClient client;
  private final AnthropicClient another;

  private Batches(String url) {
    this.client = AnyAnthropic.client(url, 2);
    this.another = AnyAnthropic.client(url, 2);
  }

  public static void main(String... args) throws Exception {
    Batches batches = new Batches(args[0]);
    batches.read();
    batches.leave();
    batches.retry();
    batches.beta();
    System.exit(0);
  }

  private void read() throws Exception {
    String batch = made(
        "claude-sonnet-4-5",
        "tokens:in=1201,read=1024,write5m=64,out=17",
        "scenario:400",
        "tokens:in=877,write1h=2048,out=1009,reasoning=640",
        "scenario:missing-usage");
    all("read", Streams.chunks(client.messages().batches().resultsStreaming(of(batch))));
    all("again", Streams.chunks(another.messages().batches().resultsStreaming(of(batch))));
    async("again async", batch);
  }

  private void leave() throws Exception {
    String batch = made(
        "claude-haiku-4-5",
        "scenario:big-answer tokens:in=311,out=7001",
        "scenario:big-answer tokens:in=313,out=7003",
        "scenario:big-answer tokens:in=317,out=7007");
    try (Chunks left =
        Streams.chunks(client.messages().batches().resultsStreaming(of(batch)))) {
      show("left", left.all().iterator().next());
    }
    async("gone on with", batch);
  }

  private void retry() throws Exception {
    String batch = made("claude-sonnet-4-5", "tokens:in=79,out=47");
    async("retried async", "busy-" + batch);
  }

  private void beta() {
    String batch = made("claude-haiku-4-5", "tokens:in=71,out=37", "tokens:in=73,out=41");
    all(
        "beta",
        Streams.chunks(client
            .beta()
            .messages()
            .batches()
            .resultsStreaming(
                com.anthropic.models.beta.messages.batches.BatchResultsParams.builder()
                    .messageBatchId(batch)
                    .build())));
  }

  private String made(String model, String... prompts) {
    BatchCreateParams.Builder batch = BatchCreateParams.builder();
    for (int i = 0; i < prompts.length; i++) {
      batch.addRequest(Request.builder()
          .customId("request-" + i)
          .params(Request.Params.builder()
              .model(model)
              .maxTokens(8_192)
              .addUserMessage(prompts[i])
              .build())
          .build());
    }
    MessageBatch made = client.messages().batches().create(batch.build());
    show("made", made);
    return made.id();
  }

  private static BatchResultsParams of(String batch) {
    return BatchResultsParams.builder().messageBatchId(batch).build();
  }

  private void async(String what, String batch) throws Exception {
    CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();
    Object stream = Streams.subscribe(
        client.async().messages().batches().resultsStreaming(of(batch)),
        result -> show(what, result),
        end::complete);
    show(what, end.get());
    Reference.reachabilityFence(stream);
  }

  private static void all(String what, Chunks chunks) {
    try (chunks) {
      chunks.all().forEach(result -> show(what, result));
    }
  }

  private static void show(String what, Object result) {
    System.out.println(what + ' ' + result);
  }
}
