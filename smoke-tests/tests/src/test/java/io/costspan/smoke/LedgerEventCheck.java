package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.otlp.ReceivedEvent;
import io.costspan.testbed.otlp.ReceivedSpan;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import java.util.Map;
import java.util.TreeMap;

/** The ledger event of one scenario: the same figures as its span (telemetry reference, section 3). */
final class LedgerEventCheck {
  private LedgerEventCheck() {}

  static void agreesWithItsSpan(Run run, Scenario scenario) {
    ReceivedSpan span = Calls.span(run, scenario);
    ReceivedEvent event = Calls.event(run, span);

    assertThat(event.scope()).isEqualTo(Run.SCOPE);
    assertThat(event.traceId()).isEqualTo(span.traceId());
    assertThat(event.attributes().number("llm.duration")).isPositive();
    boolean success = span.attributes().string("llm.outcome").equals("success");
    assertThat(event.severity())
        .isEqualTo(
            success ? SeverityNumber.SEVERITY_NUMBER_INFO : SeverityNumber.SEVERITY_NUMBER_WARN);
    assertThat(figures(event.attributes().asMap()))
        .isEqualTo(figures(span.attributes().asMap()));
  }

  private static Map<String, Object> figures(Map<String, Object> attributes) {
    Map<String, Object> figures = new TreeMap<>(attributes);
    figures.keySet().removeIf(name -> !isFigure(name));
    return figures;
  }

  private static boolean isFigure(String name) {
    return name.startsWith("gen_ai.usage.")
        || name.startsWith("llm.cost.")
        || name.startsWith("llm.price.")
        || name.equals("gen_ai.operation.name")
        || name.equals("gen_ai.provider.name")
        || name.equals("gen_ai.request.model")
        || name.equals("gen_ai.response.model")
        || name.equals("gen_ai.response.id")
        || name.equals("llm.usage.status")
        || name.equals("llm.outcome")
        || name.equals("error.type");
  }
}
