package io.opentelemetry.javaagent.costspan.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PassOnTest {

  @AfterEach
  void uninstall() {
    PassOn.install(null);
  }

  @Test
  void tellsThoseThatAreNamed() {
    install("acme", "orders.internal", "*.svc.local");

    assertThat(tenantSentTo("orders.internal")).isEqualTo("acme");
    assertThat(tenantSentTo("ORDERS.internal")).isEqualTo("acme");
    assertThat(tenantSentTo("a.b.svc.local")).isEqualTo("acme");
  }

  @Test
  void tellsNobodyElse() {
    install("acme", "orders.internal", "*.svc.local");

    assertThat(tenantSentTo("orders.internal.example.com")).isNull();
    assertThat(tenantSentTo("reorders.internal")).isNull();
    assertThat(tenantSentTo("svc.local")).isNull();
    assertThat(tenantSentTo("evilsvc.local")).isNull();
    assertThat(PassOn.request(Context.root(), Attributes.empty())).isSameAs(Context.root());
  }

  @Test
  void tellsNoProviderEvenWithinADomainThatIsNamed() {
    install("acme", "*.local");

    assertThat(tenantSentTo("provider.local")).isNull();
    assertThat(tenantSentTo("orders.local")).isEqualTo("acme");
  }

  @Test
  void tellsNoTenantThatIsNotAdmitted() {
    install("evil", "*.local");

    assertThat(tenantSentTo("orders.local")).isNull();
  }

  @Test
  void keepsTheOtherBaggage() {
    install("acme", "*.local");
    Context context = Baggage.builder()
        .put("other", "kept")
        .put("tenant.id", "stale")
        .build()
        .storeInContext(Context.root());

    Baggage sent = Baggage.fromContext(PassOn.request(context, to("orders.local")));

    assertThat(sent.getEntryValue("other")).isEqualTo("kept");
    assertThat(sent.getEntryValue("tenant.id")).isEqualTo("acme");
  }

  private static void install(String tenant, String... hosts) {
    Attribution attribution = Attribution.builder()
        .tenant(List.of(Sources.constant("value", tenant)))
        .admission(Admission.of(List.of("acme"), null))
        .build();
    PassOn.install(new PassOn(
        attribution,
        new HostPatterns(List.of(hosts), host -> host.equals("provider.local")),
        "tenant.id"));
  }

  private static String tenantSentTo(String host) {
    return Baggage.fromContext(PassOn.request(Context.root(), to(host))).getEntryValue("tenant.id");
  }

  private static Attributes to(String host) {
    return Attributes.of(AttributeKey.stringKey("server.address"), host);
  }
}
