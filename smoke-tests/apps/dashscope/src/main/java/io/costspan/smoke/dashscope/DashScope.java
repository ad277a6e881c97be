package io.costspan.smoke.dashscope;

import com.alibaba.dashscope.aigc.generation.Generation;
import com.alibaba.dashscope.aigc.generation.GenerationParam;
import com.alibaba.dashscope.aigc.generation.GenerationResult;
import com.alibaba.dashscope.common.Message;
import com.alibaba.dashscope.common.ResultCallback;
import com.alibaba.dashscope.common.Role;
import com.alibaba.dashscope.exception.InputRequiredException;
import com.alibaba.dashscope.exception.NoApiKeyException;
import com.alibaba.dashscope.protocol.Protocol;
import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.Chunks;
import io.costspan.smoke.runner.Feature;
import io.costspan.smoke.runner.LlmSdk;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** dashscope-sdk-java 2.22.13. What one leaves of its streams is read all the same. */
final class DashScope implements LlmSdk {
  private final Generation generation;

  private DashScope(Generation generation) {
    this.generation = generation;
  }

  static LlmSdk connect(String url, int maxRetries) {
    return new DashScope(new Generation(Protocol.HTTP.getValue(), url + "/api/v1"));
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.of(
        Feature.ASYNC, Feature.ASYNC_STREAMS, Feature.REASONING, Feature.CACHED_READS);
  }

  @Override
  public Object call(Ask ask) {
    try {
      return generation.call(params(ask));
    } catch (NoApiKeyException | InputRequiredException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public CompletableFuture<?> callAsync(Ask ask) {
    CompletableFuture<GenerationResult> future = new CompletableFuture<>();
    try {
      generation.call(
          params(ask),
          callback(future::complete, end -> end.ifPresent(future::completeExceptionally)));
    } catch (NoApiKeyException | InputRequiredException e) {
      throw new IllegalStateException(e);
    }
    return future;
  }

  @Override
  public Chunks stream(Ask ask) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object streamAsync(
      Ask ask, Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    try {
      generation.streamCall(params(ask), callback(onChunk, onEnd));
    } catch (NoApiKeyException | InputRequiredException e) {
      throw new IllegalStateException(e);
    }
    return generation;
  }

  @Override
  public String details(Throwable failure) {
    return "";
  }

  private static ResultCallback<GenerationResult> callback(
      Consumer<? super GenerationResult> onResult, Consumer<Optional<Throwable>> onEnd) {
    return new ResultCallback<>() {
      @Override
      public void onEvent(GenerationResult result) {
        onResult.accept(result);
      }

      @Override
      public void onComplete() {
        onEnd.accept(Optional.empty());
      }

      @Override
      public void onError(Exception failure) {
        onEnd.accept(Optional.of(failure));
      }
    };
  }

  private static GenerationParam params(Ask ask) {
    return GenerationParam.builder()
        .apiKey("sk-smoke-test")
        .model(modelOf(ask))
        .messages(List.of(
            Message.builder().role(Role.USER.getValue()).content(ask.prompt()).build()))
        .maxTokens(Math.toIntExact(ask.number()))
        .resultFormat(GenerationParam.ResultFormat.MESSAGE)
        .build();
  }

  private static String modelOf(Ask ask) {
    return switch (ask.model()) {
      case STANDARD -> "qwen3.7-max";
      case SMALL -> "qwen-turbo";
      case REASONING -> "qwen-max";
      case UNKNOWN -> "house-model-1";
    };
  }
}
