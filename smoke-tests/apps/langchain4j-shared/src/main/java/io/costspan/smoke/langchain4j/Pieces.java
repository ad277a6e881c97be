package io.costspan.smoke.langchain4j;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.Optional;
import java.util.function.Consumer;

/** The SDK's streams in the runner's words. */
final class Pieces implements StreamingChatResponseHandler {
  private final Consumer<Object> onChunk;
  private final Consumer<Optional<Throwable>> onEnd;

  Pieces(Consumer<Object> onChunk, Consumer<Optional<Throwable>> onEnd) {
    this.onChunk = onChunk;
    this.onEnd = onEnd;
  }

  @Override
  public void onPartialResponse(String piece) {
    onChunk.accept(piece);
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    onChunk.accept(LangChain4j.textOf(response));
    onEnd.accept(Optional.empty());
  }

  @Override
  public void onError(Throwable failure) {
    onEnd.accept(Optional.of(failure));
  }
}
