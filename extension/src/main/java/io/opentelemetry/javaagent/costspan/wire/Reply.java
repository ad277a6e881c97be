package io.opentelemetry.javaagent.costspan.wire;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the fields of one document or stream event said, as they were sent and before they mean
 * anything. The tables of the formats write here. Not thread-safe.
 */
final class Reply {

  /** The largest integer that every JSON library keeps; sums of a few stay far inside a long. */
  static final long MAX_COUNT = (1L << 53) - 1;

  private static final Count[] COUNTS = Count.values();
  private static final int TEXTS = ReplyText.values().length;
  private static final int NUMBERS = ReplyNumber.values().length;
  private static final long ABSENT = -1;

  private final @Nullable String[] texts = new String[TEXTS];
  private final Usage.Builder counts = Usage.builder();
  private final long[] numbers = new long[NUMBERS];
  private final Runs runs = new Runs();
  private final Charges charges = new Charges();
  private final Choices choices = new Choices();
  private final ToolCalls toolCalls = new ToolCalls();
  private final Grounding grounding = new Grounding();
  private boolean usage;
  private boolean error;
  private @Nullable AnswerCounter answer;

  Reply() {
    Arrays.fill(numbers, ABSENT);
  }

  static BiConsumer<Reply, String> into(ReplyText text) {
    return (reply, value) -> reply.texts[text.ordinal()] = value;
  }

  /** The number in decimal. */
  static ObjLongConsumer<Reply> intoAsText(ReplyText text) {
    return (reply, value) -> reply.texts[text.ordinal()] = Long.toString(value);
  }

  static ObjLongConsumer<Reply> into(Count count) {
    return (reply, value) -> reply.count(count, value);
  }

  static ObjLongConsumer<Reply> into(ReplyNumber number) {
    return (reply, value) -> {
      if (value >= 0 && value <= MAX_COUNT) {
        reply.numbers[number.ordinal()] = value;
      }
    };
  }

  /** A count that stands beside the answer and not in a usage object. */
  static ObjLongConsumer<Reply> intoUsage(Count count) {
    return (reply, value) -> {
      reply.count(count, value);
      reply.usage = true;
    };
  }

  void count(Count count, long value) {
    if (value <= MAX_COUNT) {
      counts.set(count, value);
    }
  }

  /** Adds to what is not reported as one number but as a list; a sum too large stays the largest. */
  void countMore(Count count, long value) {
    if (value >= 0 && value <= MAX_COUNT) {
      counts.set(count, Math.min(MAX_COUNT, counts.orZero(count) + value));
    }
  }

  /** Adds, in the same way, to a number. */
  void countMore(ReplyNumber number, long value) {
    into(number).accept(this, Math.min(MAX_COUNT, orZero(number) + value));
  }

  void forget(Count count) {
    counts.clear(count);
  }

  void forget(ReplyNumber number) {
    numbers[number.ordinal()] = ABSENT;
  }

  void forget(ReplyText text) {
    texts[text.ordinal()] = null;
  }

  void usageBegins() {
    usage = false;
    counts.clear();
    Arrays.fill(numbers, ABSENT);
    runs.clear();
    charges.clear();
  }

  void usageEnds() {
    usage = true;
  }

  void errorBegins() {
    error = true;
    forget(ReplyText.ERROR_CODE);
    forget(ReplyText.ERROR_TYPE);
    forget(ReplyText.ERROR_NUMBER);
  }

  /** Says that the reply is an error, whatever else it tells of it. */
  void fails() {
    error = true;
  }

  /** Says that the event is an error as a whole, where OpenAI puts the code beside the type. */
  void errorEvent() {
    fails();
    String code = text(ReplyText.EVENT_CODE);
    if (text(ReplyText.ERROR_CODE) == null && code != null) {
      into(ReplyText.ERROR_CODE).accept(this, code);
    }
  }

  /** Has what the answer says counted: it is not read otherwise. */
  void sayTo(AnswerCounter counter) {
    answer = counter;
  }

  /** Who counts a text of the choice that is being read. */
  @Nullable
  TextSink said(AnswerCounter.Part part) {
    return answer == null ? null : answer.text(choices.index(), part);
  }

  void saysMoreThanText() {
    if (answer != null) {
      answer.unknown();
    }
  }

  Runs runs() {
    return runs;
  }

  Charges charges() {
    return charges;
  }

  ToolCalls toolCalls() {
    return toolCalls;
  }

  Grounding grounding() {
    return grounding;
  }

  Choices choices() {
    return choices;
  }

  @Nullable
  String text(ReplyText text) {
    return texts[text.ordinal()];
  }

  boolean is(ReplyText text, String value) {
    return value.equals(texts[text.ordinal()]);
  }

  boolean has(ReplyNumber number) {
    return numbers[number.ordinal()] != ABSENT;
  }

  /** The number, or 0 when it was not sent. */
  long orZero(ReplyNumber number) {
    return Math.max(0, numbers[number.ordinal()]);
  }

  /** Whether a usage object was read to its end, and counted anything. */
  boolean hasCounts() {
    return usage && !counts.isEmpty();
  }

  /** Whether a usage object was read to its end. */
  boolean hasUsage() {
    return usage;
  }

  boolean isError() {
    return error;
  }

  /** Adds what a later event said: the last one that says anything about a field is right. */
  void add(Reply event) {
    for (int i = 0; i < TEXTS; i++) {
      if (event.texts[i] != null) {
        texts[i] = event.texts[i];
      }
    }
    addUsage(event);
    toolCalls.add(event.toolCalls);
    grounding.add(event.grounding);
    choices.add(event.choices);
    usage |= event.usage;
    error |= event.error;
  }

  private void addUsage(Reply event) {
    if (!event.usage) {
      return;
    }
    event.copyUsageTo(counts);
    for (int i = 0; i < NUMBERS; i++) {
      numbers[i] = event.numbers[i] != ABSENT ? event.numbers[i] : numbers[i];
    }
    runs.add(event.runs);
    charges.add(event.charges);
  }

  /** The counts as they were sent; a usage object that was cut off says nothing. */
  void copyCountsTo(Usage.Builder target) {
    copyUsageTo(target);
    toolCalls.copyTo(target);
    grounding.copyTo(target);
  }

  private void copyUsageTo(Usage.Builder target) {
    if (!usage) {
      return;
    }
    for (Count count : COUNTS) {
      if (counts.has(count)) {
        target.set(count, counts.orZero(count));
      }
    }
  }

  void clear() {
    Arrays.fill(texts, null);
    usageBegins();
    choices.clear();
    toolCalls.clear();
    grounding.clear();
    error = false;
  }
}
