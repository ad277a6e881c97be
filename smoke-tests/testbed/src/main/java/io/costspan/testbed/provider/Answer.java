package io.costspan.testbed.provider;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;

/** One generation in the words of one protocol. */
interface Answer {
  /** The whole body of a call that does not stream. */
  String json();

  /** The events of a call that streams, in three parts so that a script can stop between them. */
  Stream stream();

  /**
   * @param opening everything up to the first piece of text
   * @param text one event for each piece of text
   * @param ending everything after the last piece of text
   */
  record Stream(List<SseEvent> opening, List<SseEvent> text, List<SseEvent> ending) {}

  static Answer of(Generation generation) {
    return switch (generation.request().protocol()) {
      case OPENAI_CHAT -> new ChatAnswer(generation);
      case OPENAI_RESPONSES -> new ResponsesAnswer(generation);
      case OPENAI_EMBEDDINGS -> new EmbeddingsAnswer(generation);
      case ANTHROPIC_MESSAGES -> new MessagesAnswer(generation);
    };
  }

  static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
