package io.costspan.demo.picture;

import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.otlp.Received;
import io.costspan.testbed.otlp.ReceivedSpan;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A few of the traces: for each thing worth showing the first one that has it, else any call. */
public final class Exhibits {
  private static final List<Exhibit> WORTH_SHOWING = List.of(
      new Exhibit(
          "a prompt written to the cache", call -> isPositive(call, Names.CACHE_WRITE_TOKENS)),
      new Exhibit("a prompt read from the cache", call -> isPositive(call, Names.CACHE_SAVED)),
      new Exhibit("a retry inside the sdk", call -> call.has(Names.RESEND_COUNT)),
      new Exhibit("an abandoned stream", call -> is(call, Names.STREAM_END, "closed")),
      new Exhibit("a request that the provider refused", call -> is(call, Names.OUTCOME, "error")),
      new Exhibit(
          "a model that has no price", call -> is(call, Names.UNPRICED_REASON, "unknown_model")));

  private final Received received;

  private Exhibits(Received received) {
    this.received = received;
  }

  public static Exhibits of(Received received) {
    return new Exhibits(received);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    Stream.concat(fanOut(), WORTH_SHOWING.stream().flatMap(this::trees)).forEach(text::append);
    if (text.isEmpty()) {
      trees(new Exhibit("a call", call -> true)).forEach(text::append);
    }
    return text.toString();
  }

  private Stream<String> fanOut() {
    return roots()
        .filter(root -> root.attributes().has(Names.ROOT_CALLS))
        .filter(root -> root.attributes().integer(Names.ROOT_CALLS) > 1)
        .limit(1)
        .map(root -> text("one request, several calls", root));
  }

  private Stream<String> trees(Exhibit exhibit) {
    return roots()
        .filter(root -> callsBelow(root).anyMatch(exhibit.shows))
        .limit(1)
        .map(root -> text(exhibit.title, root));
  }

  private String text(String title, ReceivedSpan root) {
    return "\n%s\n%s".formatted(title.toUpperCase(Locale.ROOT), SpanTree.of(received, root));
  }

  private Stream<ReceivedSpan> roots() {
    return received.spans().stream()
        .filter(span -> span.parentSpanId().isEmpty())
        .sorted(Comparator.comparingLong(ReceivedSpan::startNanos));
  }

  private Stream<Attributes> callsBelow(ReceivedSpan root) {
    return received.spansOf(Names.SCOPE).stream()
        .filter(span -> span.traceId().equals(root.traceId()))
        .map(ReceivedSpan::attributes);
  }

  private static boolean is(Attributes call, String name, String value) {
    return call.stringOrEmpty(name).equals(value);
  }

  private static boolean isPositive(Attributes call, String name) {
    return call.has(name) && ((Number) call.value(name)).doubleValue() > 0;
  }

  private record Exhibit(String title, Predicate<Attributes> shows) {}
}
