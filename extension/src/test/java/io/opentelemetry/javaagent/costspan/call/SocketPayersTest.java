package io.opentelemetry.javaagent.costspan.call;

import static io.opentelemetry.javaagent.costspan.call.SocketMessages.created;
import static io.opentelemetry.javaagent.costspan.call.SocketMessages.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.opentelemetry.javaagent.costspan.attribution.Attribution;
import io.opentelemetry.javaagent.costspan.attribution.Fact;
import io.opentelemetry.javaagent.costspan.attribution.NamedFacts;
import io.opentelemetry.javaagent.costspan.attribution.Seen;
import io.opentelemetry.javaagent.costspan.attribution.Sources;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who pays for the calls of a connection, where threads know: the reader's knows anything. */
class SocketPayersTest {

  private static final String TRACE = "0123456789abcdef0123456789abcdef";
  private static final String CONNECTING = "00000000000000c1";
  private static final String READING = "00000000000000c2";

  private InstalledCalls calls;

  @BeforeEach
  void install() {
    Attribution byLoggingContext =
        Attribution.builder().tenant(List.of(Sources.fact(Fact.MDC, "tenant"))).build();
    NamedFacts.install(byLoggingContext.namedFacts());
    calls = InstalledCalls.install(byLoggingContext);
  }

  @AfterEach
  void close() {
    Seen.mdc("tenant", null);
    NamedFacts.install(NamedFacts.builder().build());
    calls.close();
  }

  @Test
  void whatTheServerBeginsIsPaidByTheThreadThatOpenedTheConnection() {
    Seen.mdc("tenant", "opener");
    SocketCalls socket = Upgrade.realtime("gpt-realtime");
    Seen.mdc("tenant", "stale");
    socket.received(created("resp_1", null));
    socket.received(done("resp_1"));

    assertThat(tenants()).containsExactly("opener");
  }

  @Test
  void whatTheServerBeginsIsPaidByNobodyWhenNobodyWasKnownThen() {
    SocketCalls socket = Upgrade.realtime("gpt-realtime");
    Seen.mdc("tenant", "stale");
    socket.received(created("resp_1", null));
    socket.received(done("resp_1"));

    assertThat(tenants()).containsExactly((String) null);
  }

  @Test
  void whatIsAskedForIsPaidByTheThreadThatAsks() {
    Seen.mdc("tenant", "opener");
    SocketCalls socket = Upgrade.realtime("gpt-realtime");
    Seen.mdc("tenant", "asker");
    socket.sending(SocketMessages.ASK);
    Seen.mdc("tenant", "stale");
    socket.received(created("resp_1", null));
    socket.received(done("resp_1"));

    assertThat(tenants()).containsExactly("asker");
  }

  @Test
  void whatTheServerBeginsIsPartOfWhatOpenedTheConnection() {
    SocketCalls socket;
    try (Scope connecting = in(CONNECTING)) {
      socket = Upgrade.realtime("gpt-realtime");
    }
    try (Scope reading = in(READING)) {
      socket.received(created("resp_1", null));
      socket.received(done("resp_1"));
    }

    assertThat(calls.onlySpan().getParentSpanId()).isEqualTo(CONNECTING);
  }

  private List<String> tenants() {
    return calls.spans().stream()
        .map(SpanData::getAttributes)
        .map(attributes -> attributes.get(InstalledCalls.TENANT))
        .toList();
  }

  private static Scope in(String span) {
    return Span.wrap(
            SpanContext.create(TRACE, span, TraceFlags.getSampled(), TraceState.getDefault()))
        .makeCurrent();
  }
}
