package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.provider.ReceivedRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The first law: the application never notices, and neither does the provider. */
final class Invisibility {
  /** What the agent itself adds to every request, with and without us. */
  private static final Set<String> PROPAGATION =
      Set.of("Traceparent", "Tracestate", "Baggage", "X-amzn-trace-id");

  /** Made up anew for each form. */
  private static final Pattern BOUNDARY = Pattern.compile("(?m)(?<=^--)[0-9a-f-]{36}");

  private Invisibility() {}

  static void sawTheSame(Run plain, Run watched) {
    areTheSame(plain.jvm().stdout(), watched.jvm().stdout());
  }

  static void sentTheSame(Run plain, Run watched) {
    areTheSame(bodies(plain), bodies(watched));
    areTheSame(headerNames(plain), headerNames(watched));
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
        .map(r -> r.path() + ' ' + BOUNDARY.matcher(body(r)).replaceAll("boundary"))
        .toList();
  }

  private static String body(ReceivedRequest request) {
    return new String(request.body(), StandardCharsets.UTF_8);
  }

  private static List<Set<String>> headerNames(Run run) {
    return run.requests().stream().map(Invisibility::headerNames).toList();
  }

  private static Set<String> headerNames(ReceivedRequest request) {
    Set<String> names = new TreeSet<>(request.headers().keySet());
    names.removeAll(PROPAGATION);
    return names;
  }
}
