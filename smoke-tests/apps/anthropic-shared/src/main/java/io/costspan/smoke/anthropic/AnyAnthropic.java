package io.costspan.smoke.anthropic;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.HttpResponseFor;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.Message;
import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import io.costspan.smoke.runner.RawAnswer;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** What anthropic-java can do from 1.0.0 on, in the words that still compile with the newest. */
class AnyAnthropic implements LlmSdk {
  private final AnthropicClient client;

  AnyAnthropic(AnthropicClient client) {
    this.client = client;
  }

  static AnthropicClient client(String url, int maxRetries) {
    return AnthropicOkHttpClient.builder()
        .baseUrl(url)
        .apiKey("sk-ant-smoke-test")
        .maxRetries(maxRetries)
        .build();
  }

  final AnthropicClient client() {
    return client;
  }

  @Override
  public Set<Feature> features() {
    return Feature.usualAnd(Feature.RAW_RESPONSES, Feature.CACHE_WRITES);
  }

  @Override
  public final Object call(Ask ask) {
    return client.messages().create(Params.of(ask).build());
  }

  @Override
  public final CompletableFuture<?> callAsync(Ask ask) {
    return client.async().messages().create(Params.of(ask).build());
  }

  @Override
  public final Chunks stream(Ask ask) {
    return Streams.chunks(client.messages().createStreaming(Params.of(ask).build()));
  }

  @Override
  public final Object streamAsync(
      Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    return Streams.subscribe(
        client.async().messages().createStreaming(Params.of(ask).build()), onChunk, onEnd);
  }

  @Override
  public final RawAnswer raw(Ask ask) {
    HttpResponseFor<Message> raw =
        client.messages().withRawResponse().create(Params.of(ask).build());
    return new RawAnswer(
        raw.statusCode(), raw.requestId().orElse("none"), raw::parse, raw::close);
  }

  @Override
  public final Object callCaching(Ask ask, boolean forAnHour) {
    return client.messages().create(Params.caching(ask, forAnHour));
  }

  @Override
  public final Chunks streamCaching(Ask ask, boolean forAnHour) {
    return Streams.chunks(client.messages().createStreaming(Params.caching(ask, forAnHour)));
  }

  @Override
  public final String details(Throwable failure) {
    if (!(failure instanceof AnthropicServiceException e)) {
      return "";
    }
    return e.statusCode() + " " + e.body() + " " + e.headers().values("request-id");
  }
}
