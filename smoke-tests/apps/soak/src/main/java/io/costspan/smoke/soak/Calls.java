package io.costspan.smoke.soak;

import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.LlmSdk;
import io.costspan.smoke.runner.ProviderGate;
import io.costspan.smoke.runner.RawAnswer;
import io.costspan.smoke.runner.soak.Call;
import java.lang.ref.Reference;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Makes a call in its shape, and says in a word what came of it. */
final class Calls {
  private static final String DONE = "done";
  private static final String LEFT = "left";
  private static final String CANCELLED = "cancelled";
  private static final long PATIENCE_SECONDS = 60;

  private final Clients clients;
  private final ProviderGate gate;

  Calls(Clients clients, String url) {
    this.clients = clients;
    this.gate = new ProviderGate(url);
  }

  /** {@code done}, {@code left}, {@code cancelled}, or what was thrown, with its causes. */
  String make(Call call) {
    try {
      return make(call, clients.retrying(call.sdk()), call.ask());
    } catch (CancellationException e) {
      return CANCELLED;
    } catch (CompletionException e) {
      return chain(e.getCause());
    } catch (RuntimeException e) {
      return chain(e);
    }
  }

  private static String chain(Throwable failure) {
    StringBuilder chain = new StringBuilder();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      chain.append(t).append("; ");
    }
    return chain.toString();
  }

  private String make(Call call, LlmSdk sdk, Ask ask) {
    return switch (call.shape()) {
      case ASYNC, BAD_REQUEST_ASYNC, RETRIED_ASYNC -> result(await(sdk.callAsync(ask)));
      case STREAM, TOOL_CALL_STREAM, BIG_STREAM, STREAM_NOT_ASKED, STREAM_CUT_OFF, CORRUPT_CHUNK ->
        all(sdk.stream(ask));
      case STREAM_LEFT -> first(sdk.streamToLeave(ask));
      case ASYNC_STREAM -> asyncStream(sdk, ask);
      case RESPONSES -> result(sdk.responses(ask));
      case RESPONSES_STREAM -> all(sdk.responsesStream(ask));
      case EMBEDDINGS -> result(sdk.embed(ask, false));
      case EMBEDDINGS_BASE64 -> result(sdk.embed(ask, true));
      case RAW_UNREAD -> unread(sdk.raw(ask));
      case SERVER_ERROR -> result(clients.askingOnce(call.sdk()).call(ask));
      case NOBODY_LISTENS -> result(clients.askingNobody(call.sdk()).call(ask));
      case CANCELLED -> cancelled(call, sdk.callAsync(ask));
      case RACED -> raced(sdk.callAsync(ask));
      case TIMED_OUT -> timedOut(call, clients.hasty(call.sdk()), ask);
      default -> result(sdk.call(ask));
    };
  }

  private static String result(Object result) {
    return String.valueOf(result).isEmpty() ? "nothing" : DONE;
  }

  private static String all(Chunks chunks) {
    try (chunks) {
      return chunks.all().count() > 0 ? DONE : "nothing";
    }
  }

  private static String first(Chunks chunks) {
    try (chunks) {
      Iterator<?> iterator = chunks.all().iterator();
      iterator.next();
      return LEFT;
    }
  }

  private static String unread(RawAnswer answer) {
    try (answer) {
      return answer.status() == 200 ? LEFT : "status " + answer.status();
    }
  }

  private static String asyncStream(LlmSdk sdk, Ask ask) {
    CompletableFuture<Optional<Throwable>> end = new CompletableFuture<>();
    Object stream = sdk.streamAsync(ask, chunk -> {}, end::complete);
    Optional<Throwable> failure = await(end);
    Reference.reachabilityFence(stream);
    return failure.map(Calls::chain).orElse(DONE);
  }

  private String cancelled(Call call, CompletableFuture<?> future) {
    gate.awaitArrivalOf(call.number());
    future.cancel(true);
    gate.release(call.number());
    return result(future.join());
  }

  private static String raced(CompletableFuture<?> future) {
    future.cancel(true);
    return result(future.join());
  }

  private String timedOut(Call call, LlmSdk hasty, Ask ask) {
    try {
      return result(hasty.call(ask));
    } finally {
      gate.release(call.number());
    }
  }

  private static <T> T await(CompletableFuture<T> future) {
    return future.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
