package io.costspan.demo.picture;

import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.otlp.ReceivedSpan;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** What a span tree says about one span. */
final class Caption {
  private static final String STATUS_CODE = "http.response.status_code";
  private static final String URL = "url.full";

  private Caption() {}

  static String title(ReceivedSpan span) {
    Attributes attributes = span.attributes();
    String path = attributes.has(URL) ? " " + URI.create(attributes.string(URL)).getPath() : "";
    String status = attributes.has(STATUS_CODE) ? "  " + attributes.integer(STATUS_CODE) : "";
    return span.name() + path + status;
  }

  static String duration(ReceivedSpan span) {
    return String.format(Locale.ROOT, "%.1f ms", (span.endNanos() - span.startNanos()) / 1e6);
  }

  /** A line for each thing worth knowing; none for spans that only carry bytes. */
  static List<String> details(ReceivedSpan span) {
    if (span.scope().equals(Names.SCOPE)) {
      return CallCaption.of(span.attributes());
    }
    return span.attributes().has(Names.ROOT_CALLS) ? List.of(total(span.attributes())) : List.of();
  }

  private static String total(Attributes root) {
    Phrase phrase = new Phrase(root)
        .add("calls %,d", Names.ROOT_CALLS)
        .add("tokens %,d", Names.ROOT_TOKENS)
        .usd("%s", Names.ROOT_COST)
        .add("tenant %s", Names.TENANT)
        .add("feature %s", Names.FEATURE);
    return phrase.toString();
  }
}
