package io.opentelemetry.javaagent.costspan.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.javaagent.costspan.AllocatedBytes;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Resolving is on the path of every call. */
class ResolvingAllocatesTest {

  private static final int CALLS = 20_000;

  /** Six fields of four bytes, or eight without compressed pointers, and a header of 16 at most. */
  private static final int BYTES_OF_A_PAYER = 64;

  private final Attribution attribution = Attribution.builder()
      .tenant(List.of(
          Sources.baggage("tenant.id", true),
          Sources.fact(Fact.HEADER, "X-Tenant-Id"),
          Sources.fact(Fact.MDC, "tenant")))
      .user(List.of(Sources.baggage("user.id", true), Sources.call("user")))
      .session(List.of(Sources.baggage("session.id", true)))
      .feature(List.of(
          Sources.baggage("llm.feature", true),
          Sources.method(NamedMethod.NO_ARGUMENT),
          Sources.route(),
          Sources.fact(Fact.DESTINATION),
          Sources.fact(Fact.JOB)))
      .build();

  private Payer last = Payer.unknown();

  @AfterEach
  void uninstall() {
    NamedFacts.install(NamedFacts.builder().build());
  }

  @Test
  void nothingWhereNothingIsKnown() {
    assertThat(bytesPerCall(Context.root(), CallFields.NONE)).isZero();
  }

  @Test
  void thePayerAlone() {
    NamedFacts.install(attribution.namedFacts());
    Context served = ServedStart.request(
        Baggage.builder().put("session.id", "s-1").build().storeInContext(Context.root()),
        Attributes.of(AttributeKey.stringKey("http.route"), "/chat"));
    ServedRequest.in(served).offer(Fact.HEADER, "X-Tenant-Id", "acme");

    double bytes = bytesPerCall(served, field -> "u-1");

    assertThat(last.tenant()).isEqualTo("acme");
    assertThat(last.user()).hasSize(32);
    assertThat(last.session()).isEqualTo("s-1");
    assertThat(last.feature()).isEqualTo("/chat");
    assertThat(bytes).isBetween(1.0, (double) BYTES_OF_A_PAYER);
  }

  /** Once everything is loaded and the user's hash is known. */
  private double bytesPerCall(Context context, CallFields call) {
    long allocated = AllocatedBytes.by(() -> resolve(context, call));
    // What the measurement itself allocates is rounded off.
    return Math.floor(allocated / (double) CALLS * 10) / 10;
  }

  private void resolve(Context context, CallFields call) {
    for (int i = 0; i < CALLS; i++) {
      last = attribution.resolve(context, call);
    }
  }
}
