package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.otlp.ReceivedSpan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What was said stays where it was said: no word of a prompt, of an answer, of a key or of the message
 * of an exception is in anything of ours that leaves the process.
 */
final class Secrecy {
  private static final String PROMPT = "say a word";
  private static final String ANSWER = "word word 1";

  /** In lower case. */
  private static final List<String> SECRETS =
      List.of(PROMPT, "scenario:", ANSWER, "paris", "twenty-eight letters", "smoke-test");

  /** As the runner prints what was thrown: its class, and what it says up to where that varies. */
  private static final Pattern MESSAGE =
      Pattern.compile("\\|[a-z() ]*(?:threw|with|got) [\\w.$]+: ([^<{\\[]{8,})");

  private Secrecy() {}

  static void isKept(Run run) {
    assertThat(asked(run)).as("what is asked").contains(PROMPT);
    assertThat(lower(run.jvm().stdout())).as("what is answered").contains(ANSWER);
    List<String> secrets = new ArrayList<>(SECRETS);
    secrets.addAll(messages(run));
    for (Object told : told(run).toList()) {
      assertThat(lower(told)).doesNotContain(secrets);
    }
    // That is where OpenTelemetry puts the message of an exception.
    assertThat(run.received().spansOf(Run.SCOPE))
        .allSatisfy(span -> assertThat(span.eventNames()).isEmpty());
  }

  private static List<String> messages(Run run) {
    return run.jvm().stdout().stream()
        .map(MESSAGE::matcher)
        .filter(Matcher::find)
        .map(message -> lower(message.group(1)).strip())
        // Not those that are only the name of a class, which is an error's type.
        .filter(message -> message.contains(" "))
        .distinct()
        .toList();
  }

  private static Stream<Object> told(Run run) {
    return Stream.of(
            run.received().spansOf(Run.SCOPE).stream(),
            run.received().spans().stream().filter(Secrecy::hasOurSum),
            run.received().events().stream().filter(event -> event.scope().equals(Run.SCOPE)),
            run.received().points().stream().filter(point -> point.scope().equals(Run.SCOPE)),
            run.jvm().stderr().stream().filter(line -> line.contains("ostspan")))
        .flatMap(all -> all);
  }

  private static boolean hasOurSum(ReceivedSpan span) {
    return span.attributes().has("llm.request.calls");
  }

  private static String asked(Run run) {
    StringBuilder bodies = new StringBuilder();
    run.requests()
        .forEach(request -> bodies.append(new String(request.body(), StandardCharsets.UTF_8)));
    return lower(bodies);
  }

  private static String lower(Object text) {
    return text.toString().toLowerCase(Locale.ROOT);
  }
}
