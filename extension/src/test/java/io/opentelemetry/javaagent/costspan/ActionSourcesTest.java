package io.opentelemetry.javaagent.costspan;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.javaagent.costspan.action.ActionRules;
import io.opentelemetry.javaagent.costspan.action.Actions;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.declarativeconfig.DeclarativeConfiguration;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where actions are heard of, with a real SDK. */
class ActionSourcesTest {

  private static final String FILE = """
      file_format: "1.1"
      logger_provider:
        processors:
          - costspan_events:
      tracer_provider:
        processors:
          - costspan_events:
      """;

  private final List<String> counted = new ArrayList<>();

  @BeforeEach
  void countByTenant() {
    install(ActionRules.builder()
        .event("support", "ticket.resolved")
        .request("copilot", "POST", "/drafts/{id}", 200, 299)
        .build());
  }

  @AfterEach
  void countNothingMore() {
    install(ActionRules.builder().build());
  }

  @Test
  void hearsOfEventsWhereTheAgentsConfigurationFileSaysSo() {
    ByteArrayInputStream file = new ByteArrayInputStream(FILE.getBytes(UTF_8));
    try (OpenTelemetrySdk sdk = DeclarativeConfiguration.parseAndCreate(file).getSdk();
        Scope acme = paidBy("acme").makeCurrent()) {
      sdk.getLogsBridge()
          .get("app")
          .logRecordBuilder()
          .setEventName("ticket.resolved")
          .emit();
      sdk.getTracer("app")
          .spanBuilder("s")
          .startSpan()
          .addEvent("ticket.resolved")
          .end();
    }

    assertThat(counted).containsExactly("support of acme", "support of acme");
    assertThat(ActionEventsCustomizer.isListening()).isTrue();
  }

  @Test
  void hearsOfALogRecordThatIsAnEvent() {
    try (SdkLoggerProvider logs = SdkLoggerProvider.builder()
            .addLogRecordProcessor(new LoggedEvents())
            .build();
        Scope acme = paidBy("acme").makeCurrent()) {
      logs.get("app").logRecordBuilder().setEventName("ticket.resolved").emit();
      logs.get("app")
          .logRecordBuilder()
          .setAttribute(stringKey("event.name"), "ticket.resolved")
          .emit();
      logs.get("app").logRecordBuilder().setBody("ticket.resolved").emit();
      logs.get("app")
          .logRecordBuilder()
          .setContext(paidBy("globex"))
          .setEventName("ticket.resolved")
          .emit();
    }

    assertThat(counted).containsExactly("support of acme", "support of acme", "support of globex");
  }

  @Test
  void hearsOfTheEventsOfASpanThatIsSampled() {
    spanWithEvent(Sampler.alwaysOn());
    assertThat(counted).containsExactly("support of acme");

    spanWithEvent(Sampler.alwaysOff());
    assertThat(counted).hasSize(1);
  }

  @Test
  void hearsOfARequestWithWhatWasKnownAtItsTwoEnds() {
    ServedRequests requests = new ServedRequests();
    Attributes post = Attributes.of(stringKey("http.request.method"), "POST");
    Attributes answered = Attributes.of(
        stringKey("http.route"),
        "/drafts/{id}",
        AttributeKey.longKey("http.response.status_code"),
        200L);

    requests.onEnd(requests.onStart(paidBy("acme"), post, 1), answered, 2);
    requests.onEnd(requests.onStart(paidBy("acme"), Attributes.empty(), 1), answered, 2);
    requests.onEnd(requests.onStart(paidBy("acme"), post, 1), Attributes.empty(), 2);

    assertThat(counted).containsExactly("copilot of acme");
  }

  @Test
  void leavesTheContextOfARequestAloneWhereNoneIsNamed() {
    install(ActionRules.builder().event("support", "ticket.resolved").build());
    Attributes post = Attributes.of(stringKey("http.request.method"), "POST");

    assertThat(new ServedRequests().onStart(Context.root(), post, 1)).isSameAs(Context.root());
  }

  private static void spanWithEvent(Sampler sampler) {
    try (SdkTracerProvider traces = SdkTracerProvider.builder()
            .setSampler(sampler)
            .addSpanProcessor(new SpanEvents())
            .build();
        Scope acme = paidBy("acme").makeCurrent()) {
      traces
          .get("app")
          .spanBuilder("resolve")
          .startSpan()
          .addEvent("ticket.resolved")
          .addEvent("ticket.seen")
          .end();
    }
  }

  private static Context paidBy(String tenant) {
    return Baggage.builder().put("tenant.id", tenant).build().storeInContext(Context.root());
  }

  private void install(ActionRules rules) {
    Actions.install(
        rules,
        (context, feature) ->
            counted.add(feature + " of " + Baggage.fromContext(context).getEntryValue("tenant.id")),
        failure -> {
          throw new AssertionError(failure);
        });
  }
}
