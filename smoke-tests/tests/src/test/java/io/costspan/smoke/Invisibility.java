package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.provider.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The first law: the application never notices, and neither does the provider. */
final class Invisibility {
  /** What the agent itself adds to every request, with and without us. */
  private static final Set<String> PROPAGATION =
      Set.of("Traceparent", "Tracestate", "Baggage", "X-amzn-trace-id");

  /** What has another value in each run: the port, and AWS's id of an attempt and its time. */
  private static final Set<String> DIFFERENT_EACH_TIME =
      Set.of("Host", "Amz-sdk-invocation-id", "X-amz-date");

  /** Made up anew for each form. */
  private static final Pattern BOUNDARY = Pattern.compile("(?m)(?<=^--)[0-9a-f-]{36}");

  /** The same in a header, and AWS's signature of what is different each time. */
  private static final Pattern MADE_UP_ANEW =
      Pattern.compile("(?<=boundary=)[0-9a-f-]{36}|(?<=^AWS4-HMAC-SHA256 ).*");

  private Invisibility() {}

  static void sawTheSame(Run plain, Run watched) {
    areTheSame(plain.jvm().stdout(), watched.jvm().stdout());
  }

  static void sentTheSame(Run plain, Run watched) {
    areTheSame(bodies(plain), bodies(watched));
    areTheSame(headers(plain), headers(watched));
  }

  /** One by one: the lists are long, and what one wants to read is the first difference. */
  private static void areTheSame(List<?> plain, List<?> watched) {
    for (int i = 0; i < Math.min(plain.size(), watched.size()); i++) {
      assertThat(watched.get(i)).as("number %d", i).isEqualTo(plain.get(i));
    }
    assertThat(watched).hasSameSizeAs(plain);
  }

  private static List<String> bodies(Run run) {
    return run.requests().stream()
        .map(r -> r.target() + ' ' + BOUNDARY.matcher(body(r)).replaceAll("boundary"))
        .toList();
  }

  private static String body(ReceivedRequest request) {
    return new String(request.body(), StandardCharsets.UTF_8);
  }

  private static List<Map<String, List<String>>> headers(Run run) {
    return run.requests().stream().map(Invisibility::headers).toList();
  }

  private static Map<String, List<String>> headers(ReceivedRequest request) {
    Map<String, List<String>> headers = new TreeMap<>(request.headers());
    headers.keySet().removeAll(PROPAGATION);
    headers.replaceAll(Invisibility::comparable);
    return headers;
  }

  private static List<String> comparable(String name, List<String> values) {
    return DIFFERENT_EACH_TIME.contains(name)
        ? List.of()
        : values.stream()
            .map(value -> MADE_UP_ANEW.matcher(value).replaceAll("made up"))
            .toList();
  }
}
