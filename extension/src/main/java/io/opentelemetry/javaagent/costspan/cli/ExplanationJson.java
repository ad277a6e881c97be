package io.opentelemetry.javaagent.costspan.cli;

import io.opentelemetry.javaagent.costspan.price.BilledCall;
import io.opentelemetry.javaagent.costspan.price.Cost;
import io.opentelemetry.javaagent.costspan.price.CostKind;
import io.opentelemetry.javaagent.costspan.price.Explanation;
import io.opentelemetry.javaagent.costspan.price.UnpricedReason;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An explanation for programs. */
final class ExplanationJson {

  private final Json json = new Json();

  private ExplanationJson() {}

  static String of(Explanation explanation) throws IOException {
    ExplanationJson written = new ExplanationJson();
    written.json.object(() -> written.write(explanation));
    return written.json.done();
  }

  private void write(Explanation explanation) throws IOException {
    BilledCall call = explanation.call();
    json.put("provider", call.provider())
        .put("request_model", call.requestModel())
        .put("response_model", call.responseModel())
        .put("at", call.at().toString())
        .put("tenant", call.tenant())
        .put("usage_status", call.usage().status().value());
    writeQuote(explanation);
    writeEntry(explanation);
    json.array("lines", () -> {
      for (Explanation.Line line : explanation.lines()) {
        json.object(() -> write(line));
      }
    });
    if (!explanation.runs().isEmpty()) {
      json.array("runs", () -> {
        for (Explanation run : explanation.runs()) {
          json.object(() -> write(run));
        }
      });
    }
  }

  private void writeQuote(Explanation explanation) throws IOException {
    Cost cost = explanation.quote().cost();
    UnpricedReason reason = explanation.quote().reason();
    json.put("unpriced_reason", reason == null ? null : reason.value());
    if (cost != null) {
      json.put("usd", plain(cost.usd()))
          .put("cost_source", cost.source().value())
          .put("cache_saved_usd", plain(cost.cacheSavedUsd()))
          .object("parts_usd", () -> writeParts(cost));
    }
  }

  private void writeParts(Cost cost) throws IOException {
    for (Map.Entry<CostKind, BigDecimal> part : cost.parts().entrySet()) {
      json.put(part.getKey().value(), plain(part.getValue()));
    }
  }

  private void writeEntry(Explanation explanation) throws IOException {
    if (explanation.entry() == null) {
      return;
    }
    json.put("entry", explanation.entry())
        .put("book_version", explanation.version())
        .put("matched", explanation.matchedHow())
        .put("period", explanation.period())
        .put("terms", explanation.terms())
        .put("region_times", plain(explanation.regionTimes()))
        .put("contract_times", plain(explanation.discountTimes()))
        .put("sources", explanation.sources())
        .put("checked", explanation.checked())
        .put("note", explanation.note());
  }

  private void write(Explanation.Line line) throws IOException {
    json.put("leaf", line.leaf().name().toLowerCase(Locale.ROOT))
        .put("kind", line.kind().value())
        .put("amount", line.amount())
        .put("usd_per_unit", plain(line.usdPerUnit()))
        .put("unit", line.unit())
        .put("usd", plain(line.usd()));
  }

  private static @Nullable String plain(@Nullable BigDecimal decimal) {
    if (decimal == null) {
      return null;
    }
    return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
  }
}
