package io.costspan.smoke.okhttp;

import io.costspan.smoke.runner.Chunks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/** What a home-made client does with a call. */
final class Calls {
  private static final String DATA = "data: ";

  private Calls() {}

  /** Reads and closes. */
  static String text(Response response) {
    try (ResponseBody body = response.body()) {
      return body.string();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A future whose cancellation cancels the call. */
  static CompletableFuture<String> future(Call call) {
    CompletableFuture<String> future = new CompletableFuture<>() {
      @Override
      public boolean cancel(boolean mayInterrupt) {
        // First the future: the call, once cancelled, would complete it in its own way.
        boolean cancelled = super.cancel(mayInterrupt);
        call.cancel();
        return cancelled;
      }
    };
    call.enqueue(new Callback() {
      @Override
      public void onResponse(Call answered, Response response) {
        if (response.isSuccessful()) {
          future.complete(text(response));
        } else {
          future.completeExceptionally(
              new IllegalStateException(response.code() + " " + text(response)));
        }
      }

      @Override
      public void onFailure(Call failed, IOException failure) {
        future.completeExceptionally(failure);
      }
    });
    return future;
  }

  /** The data of the events, up to the one that says that there are no more. */
  static Chunks events(Response response) {
    BufferedSource source = response.body().source();
    Stream<String> lines = Stream.iterate(line(source), line -> line != null, l -> line(source));
    return new Chunks(
        lines.filter(line -> line.startsWith(DATA))
            .map(line -> line.substring(DATA.length()))
            .map(Calls::checked)
            .takeWhile(data -> !data.equals("[DONE]")),
        response::close);
  }

  private static String line(BufferedSource source) {
    try {
      return source.readUtf8Line();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a JSON parser would. */
  private static String checked(String data) {
    if (data.startsWith("{") && !data.endsWith("}")) {
      throw new IllegalStateException("no JSON: " + data);
    }
    return data;
  }
}
