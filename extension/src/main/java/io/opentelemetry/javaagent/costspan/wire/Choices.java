package io.opentelemetry.javaagent.costspan.wire;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The choices of a chat completion and why each ended. A stream mentions a choice in many events
 * and some gateways repeat its reason: what is known by index is replaced, not added.
 */
final class Choices {

  /** The provider decides how many there are; OpenAI allows 128. */
  private static final int MAX_CHOICES = 128;

  private final Map<Long, String> reasons = new LinkedHashMap<>(2);
  private final BitSet mentioned = new BitSet(1);
  private final BitSet ended = new BitSet(1);
  private int count;
  private long index;
  private @Nullable String reason;

  void begin() {
    index = count++;
    reason = null;
  }

  void index(long value) {
    index = value;
  }

  /** The choice that is being read. */
  long index() {
    return index;
  }

  void reason(String value) {
    reason = value;
  }

  void end() {
    if (index >= 0 && index < MAX_CHOICES) {
      mentioned.set((int) index);
    }
    if (reason != null) {
      put(index, reason);
    }
  }

  /** Choices that the document or event mentions, ended or not. */
  int count() {
    return count;
  }

  /** One reason per ended choice, in the order in which they were first reported. */
  List<String> reasons() {
    return new ArrayList<>(reasons.values());
  }

  boolean hasReasons() {
    return !reasons.isEmpty();
  }

  /** Whether choices were mentioned and each of them has ended. */
  boolean haveAllEnded() {
    return hasReasons() && ended.equals(mentioned);
  }

  void add(Choices event) {
    mentioned.or(event.mentioned);
    if (event.hasReasons()) {
      event.reasons.forEach(this::put);
    }
  }

  void clear() {
    reasons.clear();
    mentioned.clear();
    ended.clear();
    count = 0;
  }

  private void put(Long choice, String why) {
    if (reasons.size() < MAX_CHOICES || reasons.containsKey(choice)) {
      reasons.put(choice, why);
    }
    if (choice >= 0 && choice < MAX_CHOICES) {
      ended.set(choice.intValue());
    }
  }
}
