package io.costspan.testbed.provider;

import java.util.ArrayList;
import java.util.List;

/** Mistral through InvokeModel: the body counts nothing, only the head and a stream's metrics do. */
final class InvokedMistralAnswer implements Answer {
  private final Generation generation;

  InvokedMistralAnswer(Generation generation) {
    this.generation = generation;
  }

  @Override
  public String json() {
    return output(generation.text(), "\"stop\"", "");
  }

  @Override
  public Stream stream() {
    List<StreamPart> text = new ArrayList<>();
    for (String piece : generation.pieces()) {
      text.add(EventFrame.chunk(output(piece, "null", "")));
    }
    String metrics = generation.saysUsage() ? Invocation.metrics(generation.tokens()) : "";
    return new Stream(List.of(), text, List.of(EventFrame.chunk(output("", "\"stop\"", metrics))));
  }

  private static String output(String text, String stopReason, String more) {
    return "{\"outputs\":[{\"text\":%s,\"stop_reason\":%s}]%s}"
        .formatted(Answer.quoted(text), stopReason, more);
  }
}
