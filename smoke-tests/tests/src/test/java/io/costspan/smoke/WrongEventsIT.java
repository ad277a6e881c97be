package io.costspan.smoke;

import io.costspan.testbed.wire.Recording;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Streams in good order whose events are not: the last one comes twice or never, the usage twice
 * with other numbers, and more after the end. Every call uses 1,200 tokens, 1,000 read from a cache
 * and 300 of output, or 500 where the provider says so the second time.
 */
@Tag("matrix")
class WrongEventsIT {
  private static final String DONE = "data: [DONE]\n\n";

  /** At 0.40, 0.10 and 1.60 USD a million: (480 + 100 + 480) / 1e6, and 800 for 500 of output. */
  private static final String OPENAI = "0.00106";

  private static final String OPENAI_500 = "0.00138";

  /** At 3, 0.30 and 15: (3,600 + 300 + 4,500) / 1e6, and 7,500. */
  private static final String ANTHROPIC = "0.0084";

  private static final String ANTHROPIC_500 = "0.0114";

  /** At 0.30, 0.03 and 2.50: (360 + 30 + 750) / 1e6, and 1,250. */
  private static final String GEMINI = "0.00114";

  private static final String GEMINI_500 = "0.00164";

  @Test
  void openAiIsBilledByTheLastUsageBeforeTheEnd() throws IOException {
    check(
        App.OPENAI_NEWEST,
        new Case(events -> events, OPENAI),
        new Case(events -> events + DONE, OPENAI),
        new Case(events -> events.replace(DONE, ""), OPENAI),
        new Case(events -> events.replace(DONE, with500(usage(events)) + DONE), OPENAI_500),
        new Case(events -> events + with500(usage(events)) + events, OPENAI),
        new Case(events -> DONE + events, "absent"),
        new Case(events -> events.replace(usage(events), ""), "absent"));
  }

  @Test
  void anthropicIsBilledByTheLastMessageDeltaBeforeTheEnd() throws IOException {
    check(
        App.ANTHROPIC_NEWEST,
        new Case(events -> events, ANTHROPIC),
        new Case(events -> events + event(events, "message_stop"), ANTHROPIC),
        new Case(events -> events.replace(event(events, "message_stop"), ""), ANTHROPIC),
        new Case(events -> twice(events, "message_delta"), ANTHROPIC_500),
        new Case(events -> events + with500(event(events, "message_delta")), ANTHROPIC),
        new Case(events -> events.replace(event(events, "message_delta"), ""), "partial"));
  }

  @Test
  void geminiIsBilledByItsLastResponse() throws IOException {
    check(
        App.GENAI_NEWEST,
        new Case(events -> events, GEMINI),
        new Case(events -> events + last(events), GEMINI),
        new Case(events -> events + with500(last(events)), GEMINI_500),
        new Case(events -> events.replace(last(events), ""), "partial"));
  }

  private static void check(App app, Case... cases) throws IOException {
    try (RecordedProvider provider =
        RecordedProvider.start((recording, call, out) -> play(recording, cases[call], out))) {
      Run plain = Launch.bare().repeated(app, provider.url(), "stream", cases.length, 1, 0);
      Run watched = Launch.in(Environment.current())
          .repeated(app, provider.url(), "stream", cases.length, 1, 0);

      Invisibility.sawTheSame(plain, watched);
      NumberedSpans spans = new NumberedSpans(watched, cases.length);
      BigDecimal usd = BigDecimal.ZERO;
      List<Integer> unpriced = new ArrayList<>();
      for (int call = 0; call < cases.length; call++) {
        if (cases[call].isPriced()) {
          usd = usd.add(new BigDecimal(cases[call].expected()));
          spans.costs(call, new BigDecimal(cases[call].expected()));
        } else {
          unpriced.add(call);
          spans.isUnpriced(call, cases[call].expected());
        }
      }
      spans.sumUpTo(usd, unpriced.size());
    }
  }

  private static boolean play(Recording recording, Case wrong, OutputStream out)
      throws IOException {
    // Some hundred bytes of events in a chunk: more than one.
    out.write(recording.withText(wrong.events().of(recording.text())).chunked(700));
    return true;
  }

  private static String usage(String events) {
    return eventAt(events, events.indexOf("\"usage\":{"));
  }

  private static String last(String events) {
    return eventAt(events, events.indexOf("\"finishReason\""));
  }

  private static String event(String events, String type) {
    return eventAt(events, events.indexOf("\"type\":\"" + type + '"'));
  }

  private static String twice(String events, String type) {
    String event = event(events, type);
    return events.replace(event, event + with500(event));
  }

  private static String eventAt(String events, int at) {
    int start = events.lastIndexOf("\n\n", at);
    return events.substring(start < 0 ? 0 : start + 2, events.indexOf("\n\n", at) + 2);
  }

  private static String with500(String event) {
    return event.replace(":300", ":500");
  }

  /**
   * @param expected USD, or the status of a usage that has no price
   */
  private record Case(Change events, String expected) {
    boolean isPriced() {
      return Character.isDigit(expected.charAt(0));
    }
  }

  /** Of the events of a stream. */
  private interface Change {
    String of(String events);
  }
}
