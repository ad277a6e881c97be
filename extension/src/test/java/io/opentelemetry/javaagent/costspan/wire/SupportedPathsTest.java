package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The table of paths in docs/supported-clients.md is the table of routes. */
class SupportedPathsTest {

  private static final Path PAGE = Path.of("../docs/supported-clients.md");
  private static final String BEGIN = "<!-- paths: made by SupportedPathsTest -->\n";
  private static final String END = "<!-- end of paths -->\n";

  @Test
  void thePageHasEveryRoute() throws IOException {
    String page = Files.readString(PAGE, UTF_8);
    String expected = page.substring(0, page.indexOf(BEGIN) + BEGIN.length())
        + table()
        + page.substring(page.indexOf(END));
    if (Boolean.getBoolean("update.docs")) {
      Files.writeString(PAGE, expected, UTF_8);
    }

    assertThat(Files.readString(PAGE, UTF_8)).isEqualTo(expected);
  }

  private static String table() {
    StringBuilder table =
        new StringBuilder("\n| POST to a path that ends in | of a general HTTP client"
            + " | wire format | `gen_ai.operation.name` |\n|---|---|---|---|\n");
    for (Route route : Routes.all()) {
      if (route.isCall()) {
        WireFormat format = Objects.requireNonNull(route.format());
        table.append("| `").append(route.pattern()).append("` | ").append(scope(route));
        table.append(" | `").append(format.name()).append("` | `");
        table.append(format.operationAt(route.pattern())).append("` |\n");
      }
    }
    table
        .append("\n| GET of a path that ends in | of a general HTTP client | what is read |\n")
        .append("|---|---|---|\n");
    for (Route route : BatchFormat.routes()) {
      table.append("| `").append(route.pattern()).append("` | ").append(scope(route));
      String results = Objects.requireNonNull(route.format()).defaultProvider();
      table.append(" | results of a batch, as `").append(results).append("` writes them |\n");
    }
    return table.append('\n').toString();
  }

  private static String scope(Route route) {
    if (route.isOpenToAll()) {
      return "any host";
    }
    return route.signature() == null
        ? "known host"
        : "known host, or with `" + route.signature() + "`";
  }
}
