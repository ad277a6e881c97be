package io.costspan.testbed.provider;

import java.util.ArrayList;
import java.util.List;

/** Claude through InvokeModel: Anthropic's answer, in frames, its last event with Bedrock's metrics. */
final class InvokedClaudeAnswer implements Answer {
  private final Generation generation;
  private final Answer anthropics;

  InvokedClaudeAnswer(Generation generation) {
    this.generation = generation;
    this.anthropics = new MessagesAnswer(generation);
  }

  @Override
  public String json() {
    return anthropics.json();
  }

  @Override
  public Stream stream() {
    Stream events = anthropics.stream();
    List<StreamPart> ending = chunks(events.ending().subList(0, events.ending().size() - 1));
    ending.add(EventFrame.chunk("{\"type\":\"message_stop\"%s}".formatted(metrics())));
    return new Stream(chunks(events.opening()), chunks(events.text()), ending);
  }

  private static List<StreamPart> chunks(List<? extends StreamPart> events) {
    List<StreamPart> chunks = new ArrayList<>();
    for (StreamPart event : events) {
      chunks.add(EventFrame.chunk(((SseEvent) event).data()));
    }
    return chunks;
  }

  private String metrics() {
    return generation.saysUsage() ? Invocation.metrics(generation.tokens()) : "";
  }
}
