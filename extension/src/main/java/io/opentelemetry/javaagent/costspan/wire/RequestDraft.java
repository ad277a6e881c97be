package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.RequestParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.ObjDoubleConsumer;
import java.util.function.ObjLongConsumer;

/** Collects what a request says. Not thread-safe. */
final class RequestDraft {

  private static final int MAX_STOP_SEQUENCES = 16;

  private final RequestFacts.Builder facts = RequestFacts.builder();
  private final List<String> stopSequences = new ArrayList<>(0);

  RequestFacts.Builder facts() {
    return facts;
  }

  /** An integer of either sign. */
  static ObjLongConsumer<RequestDraft> integer(RequestParameter parameter) {
    return (draft, value) -> draft.facts.parameter(parameter, value);
  }

  /** A number of things: a negative one is ignored. */
  static ObjLongConsumer<RequestDraft> count(RequestParameter parameter) {
    return (draft, value) -> {
      if (value >= 0) {
        draft.facts.parameter(parameter, value);
      }
    };
  }

  static ObjDoubleConsumer<RequestDraft> number(RequestParameter parameter) {
    return (draft, value) -> draft.facts.parameter(parameter, value);
  }

  static BiConsumer<RequestDraft, String> oneOf(RequestParameter parameter) {
    return (draft, value) -> draft.facts.parameter(parameter, new String[] {value});
  }

  void forgetStopSequences() {
    stopSequences.clear();
  }

  void addStopSequence(String value) {
    if (stopSequences.size() < MAX_STOP_SEQUENCES) {
      stopSequences.add(value);
    }
  }

  void onlyStopSequence(String value) {
    forgetStopSequences();
    addStopSequence(value);
  }

  RequestFacts build() {
    if (!stopSequences.isEmpty()) {
      facts.parameter(RequestParameter.STOP_SEQUENCES, stopSequences.toArray(new String[0]));
    }
    return facts.build();
  }
}
