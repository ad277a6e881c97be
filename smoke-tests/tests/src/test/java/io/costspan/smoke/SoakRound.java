package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.costspan.smoke.runner.soak.Call;
import io.costspan.smoke.runner.soak.Work;
import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.otlp.Received;
import io.costspan.testbed.otlp.ReceivedEvent;
import io.costspan.testbed.otlp.ReceivedSpan;
import io.costspan.testbed.provider.LedgerEntry;
import io.costspan.testbed.provider.ProviderServer;
import io.costspan.testbed.provider.ReceivedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Some works, and everything that came out of them against what had to. */
final class SoakRound {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int COLLECTIONS = 20;

  private final List<Work> works;
  private final Map<Long, SoakCall> calls = new TreeMap<>();
  private final Map<String, ReceivedSpan> spans = new HashMap<>();
  private final Map<String, ReceivedEvent> events = new HashMap<>();
  private final List<ReceivedSpan> roots = new ArrayList<>();
  private boolean complete;

  /**
   * @param seen what the application said of each call, by number
   * @param collection of the application's garbage
   */
  SoakRound(
      List<Work> works,
      Map<Long, String> seen,
      ProviderServer provider,
      Received received,
      Runnable collection)
      throws InterruptedException {
    this.works = works;
    await(received, collection);
    received.takeSpans().forEach(this::add);
    received.takeEvents().stream()
        .filter(event -> event.name().equals("llm.call"))
        .forEach(event -> addOnce(events, event.attributes(), event));
    expect(seen, provider);
  }

  SoakRound agrees() {
    assertThat(missing(spans)).as("calls without a span").isEmpty();
    assertThat(missing(events)).as("calls without a ledger event").isEmpty();
    assertThat(complete).as("everything is there in time").isTrue();
    assertThat(spans).as("calls with a span").hasSameSizeAs(calls.keySet());
    assertThat(events).as("calls with a ledger event").hasSameSizeAs(calls.keySet());
    // All that disagree at once, and not the first of them.
    assertAll(calls.values().stream().map(call -> () -> agrees(call)));
    works.stream().filter(Work::inSpan).forEach(this::areBelow);
    return this;
  }

  List<SoakCall> calls() {
    return List.copyOf(calls.values());
  }

  /**
   * An answer that nobody reads any more ends its call when it is collected. What has not come in time
   * is missed below, by its name.
   */
  private void await(Received received, Runnable collection) throws InterruptedException {
    int count = works.stream().mapToInt(work -> work.calls().size()).sum();
    int nested = (int) works.stream().filter(Work::inSpan).count();
    for (int i = 0; i < COLLECTIONS && !complete; i++) {
      collection.run();
      try {
        received.awaitSpans(count, span -> span.scope().equals(Run.SCOPE), PATIENCE);
        received.awaitSpans(nested, SoakRound::isRoot, PATIENCE);
        received.awaitEvents(count, event -> event.name().equals("llm.call"), PATIENCE);
        complete = true;
      } catch (IllegalStateException e) {
        // The next collection, or the comparison.
      }
    }
  }

  private void expect(Map<Long, String> seen, ProviderServer provider) {
    // What the provider was still doing for a client that had left comes a round too late, for
    // nobody.
    Map<Long, LedgerEntry> billed = provider.ledger().take().stream()
        .collect(Collectors.toMap(LedgerEntry::callNumber, entry -> entry));
    Map<Long, Long> attempts = provider.takeReceived().stream()
        .collect(Collectors.groupingBy(ReceivedRequest::callNumber, Collectors.counting()));
    for (Work work : works) {
      for (Call call : work.calls()) {
        String word = seen.get(call.number());
        assertThat(word).as("what the application says of %s", call).isNotNull();
        SoakEnd end = end(call, word);
        assertThat(end.isSeenIn(word)).as("%s came out as: %s", call, word).isTrue();
        calls.put(
            call.number(),
            new SoakCall(
                call,
                work.payer(),
                end,
                billed.get(call.number()),
                attempts.getOrDefault(call.number(), 0L)));
      }
    }
  }

  /**
   * Of two ends that may be the span says which, and everything else has to agree with it: the
   * provider bills what was answered.
   */
  private SoakEnd end(Call call, String word) {
    SoakEnd end = SoakEnd.of(call, word);
    ReceivedSpan span = spans.get(call.session());
    boolean answered = span != null && span.attributes().string("llm.outcome").equals("success");
    return answered && call.mayBeAnsweredAllTheSame() ? end.answeredAllTheSame() : end;
  }

  private void add(ReceivedSpan span) {
    if (span.scope().equals(Run.SCOPE)) {
      addOnce(spans, span.attributes(), span);
    } else if (isRoot(span)) {
      roots.add(span);
    }
  }

  private static boolean isRoot(ReceivedSpan span) {
    return span.scope().equals("soak");
  }

  private static <T> void addOnce(Map<String, T> found, Attributes attributes, T value) {
    T before = found.put(attributes.stringOrEmpty("session.id"), value);
    assertThat(before).as("told twice: %s", value).isNull();
  }

  private void agrees(SoakCall call) {
    ReceivedSpan span = spans.get(call.call().session());
    ReceivedEvent event = events.get(call.call().session());
    assertThat(span).as("span of %s", call).isNotNull();
    assertThat(event).as("ledger event of %s", call).isNotNull();
    assertThat(figures(span.attributes())).as("span of %s", call).isEqualTo(call.ofSpan());
    assertThat(figures(event.attributes())).as("event of %s", call).isEqualTo(call.ofEvent());
    assertThat(event.spanId()).isEqualTo(span.spanId());
  }

  private List<SoakCall> missing(Map<String, ?> found) {
    return calls.values().stream()
        .filter(call -> !found.containsKey(call.call().session()))
        .toList();
  }

  /** What is compared, but for counts of none, which a provider may tell or not. */
  private static Map<String, Object> figures(Attributes attributes) {
    Map<String, Object> figures = new TreeMap<>(attributes.asMap());
    figures.keySet().removeIf(name -> !isFigure(name));
    figures.values().removeIf(value -> value.equals(0L));
    return figures;
  }

  private static boolean isFigure(String name) {
    return switch (name) {
      case "gen_ai.operation.name", "gen_ai.provider.name", "gen_ai.request.model" -> true;
      case "error.type", "session.id", "tenant.id", "http.request.resend_count" -> true;
      case "gen_ai.usage.cost.currency", "gen_ai.usage.cost.source" -> false;
      case "llm.duration", "llm.cache.kind", "llm.price.entry", "llm.price.version" -> false;
      default -> name.startsWith("gen_ai.usage.") || name.startsWith("llm.");
    };
  }

  /** All calls of a work are below its span, also those that begin on other threads. */
  private void areBelow(Work work) {
    ReceivedSpan root = roots.stream()
        .filter(span -> span.attributes().integer("work") == work.number())
        .findFirst()
        .orElseThrow();
    for (Call call : work.calls()) {
      ReceivedSpan span = spans.get(call.session());
      assertThat(span.isChildOf(root)).as("%s is below %s", span, root).isTrue();
    }
  }
}
