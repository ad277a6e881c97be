package io.costspan.smoke.runner;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * The same call many times, numbered from 1,000 on, and one line of each, whatever became of it.
 * Arguments: URL of the provider, {@code repeat}, the shape of the call, how many, how many threads,
 * retries of the SDK.
 */
final class Repeated {
  static final String WORD = "repeat";

  static final int FIRST = 1_000;

  private static final int PATIENCE_SECONDS = Integer.getInteger("smoke.patience", 60);

  /** After so long no call is waited for any more: some clients wait for ever. */
  private static final int MOST_SECONDS = Integer.getInteger("most.seconds", 24 * 60 * 60);

  private static final String PROMPT = "Say a word. tokens:in=1200,read=1000,out=300";

  /** Ports and ages of connections, which AWS's SDK and the JDK's client put into their messages. */
  private static final Pattern CHANNEL =
      Pattern.compile("ChannelDiagnostics\\([^)]*\\)|(?<!/)/127\\.0\\.0\\.1:\\d+(?=: GOAWAY)");

  private final LlmSdk sdk;
  private final String port;

  private Repeated(LlmSdk sdk, String port) {
    this.sdk = sdk;
    this.port = port;
  }

  /**
   * @param url of the provider that the client is connected to
   */
  static Repeated of(LlmSdk sdk, String url) {
    return new Repeated(sdk, url.substring(url.lastIndexOf(':')));
  }

  static void run(Connector connector, String... args) throws Exception {
    Warmup.await();
    Repeated calls = of(connector.connect(args[0], Integer.parseInt(args[5])), args[0]);
    ExecutorService threads = Executors.newFixedThreadPool(Integer.parseInt(args[4]));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
    List<Future<String>> outcomes = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[3]); i++) {
      int number = FIRST + i;
      outcomes.add(threads.submit(() -> calls.outcome(args[2], number, PROMPT)));
    }
    for (int i = 0; i < outcomes.size(); i++) {
      System.out.println(FIRST + i + "|" + known(outcomes.get(i), end));
    }
  }

  private static String known(Future<String> outcome, long end) throws Exception {
    try {
      return outcome.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return "waits for ever";
    }
  }

  /** Whatever became of a call, on one line. */
  String outcome(String shape, int number, String prompt) {
    StringBuilder seen = new StringBuilder();
    try {
      call(shape, new Ask(number, prompt, Ask.Model.STANDARD, true, false), seen);
    } catch (Exception e) {
      seen.append(described(e));
    }
    String line = seen.toString().replace("\r", "\\r").replace("\n", "\\n");
    return CHANNEL.matcher(line).replaceAll("a channel").replace(port, ":<port>");
  }

  private void call(String shape, Ask ask, StringBuilder seen) throws Exception {
    switch (shape) {
      case "call" -> seen.append(shown(sdk.call(ask)));
      case "async" -> seen.append(shown(awaited(sdk.callAsync(ask))));
      case "stream" -> stream(sdk.stream(ask), seen);
      case "async-stream" -> asyncStream(ask, seen);
      case "left" -> left(sdk.streamToLeave(ask), seen);
      default -> throw new IllegalArgumentException(shape);
    }
  }

  private void stream(Chunks chunks, StringBuilder seen) {
    try (chunks) {
      chunks.all().forEach(chunk -> seen.append(mark(chunk)));
    }
    seen.append("closed");
  }

  private void left(Chunks chunks, StringBuilder seen) {
    try (chunks) {
      seen.append(mark(chunks.all().iterator().next()));
    }
    seen.append("closed");
  }

  private void asyncStream(Ask ask, StringBuilder seen) throws Exception {
    CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();
    Object stream = sdk.streamAsync(ask, chunk -> seen.append(mark(chunk)), end::complete);
    seen.append(awaited(end).map(this::described).orElse("ended in good order"));
    Reference.reachabilityFence(stream);
  }

  private static <T> T awaited(CompletableFuture<T> future) throws Exception {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private String mark(Object chunk) {
    return Mark.of(sdk.shown(chunk));
  }

  private String shown(Object result) {
    return Mark.unnumbered(sdk.shown(result));
  }

  private String described(Throwable failure) {
    StringBuilder chain = new StringBuilder();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      chain.append('|').append(t.getClass().getName()).append(": ").append(t.getMessage());
      chain.append(' ').append(sdk.details(t));
    }
    return chain.toString();
  }
}
