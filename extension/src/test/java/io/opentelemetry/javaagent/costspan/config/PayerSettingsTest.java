package io.opentelemetry.javaagent.costspan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PayerSettingsTest {

  @Test
  void hasDefaultsWhenNothingIsWritten() {
    CostspanSettings settings = CostspanSettings.defaults();

    assertThat(settings.tenant().from()).hasToString("baggage:tenant.id,header:X-Tenant-Id");
    assertThat(settings.payer().userFrom())
        .hasToString("baggage:user.id,call:safety_identifier,call:user,call:metadata.user_id");
    assertThat(settings.payer().sessionFrom()).hasToString("baggage:session.id");
    assertThat(settings.payer().featureFrom())
        .hasToString("baggage:llm.feature,method,route,destination,job");
    assertThat(settings.payer().plainUsers()).isFalse();
    assertThat(settings.payer().userHashKey()).isEmpty();
    assertThat(settings.payer().baggageTrusted()).isTrue();
    assertThat(settings.payer().tellingSources()).isFalse();
    assertThat(settings.tenant().pattern()).isNull();
    assertThat(settings.tenant().allowed()).isEmpty();
    assertThat(settings.tenant().passOnTo()).isEmpty();
  }

  @Test
  void readsAllOfIt() {
    CostspanSettings settings = settings(Map.of(
        "tenant.from", "claim:org, value:acme",
        "tenant.pattern", "[a-z]+",
        "tenant.allow", "Acme GmbH, Globex",
        "tenant.pass-on-to", "orders.internal,*.svc.local",
        "user.plain", "true",
        "user.hash-key", "s3cret",
        "baggage.trust", "false",
        "attribution.debug", "true"));

    assertThat(settings.problems()).isEmpty();
    assertThat(settings.tenant().from()).hasToString("claim:org,value:acme");
    assertThat(settings.tenant().pattern().pattern()).isEqualTo("[a-z]+");
    assertThat(settings.tenant().allowed()).containsExactly("Acme GmbH", "Globex");
    assertThat(settings.tenant().passOnTo()).containsExactly("orders.internal", "*.svc.local");
    assertThat(settings.payer().plainUsers()).isTrue();
    assertThat(settings.payer().userHashKey()).isEqualTo("s3cret");
    assertThat(settings.payer().baggageTrusted()).isFalse();
    assertThat(settings.payer().tellingSources()).isTrue();
  }

  @Test
  void warnsOfMethodsThatSayNothing() {
    CostspanSettings settings = settings(Map.of(
        "methods",
            "com.acme.Jobs#run(0)=nightly,com.acme.Jobs#run=daily,com.acme.Mail#send(2)=mail",
        "tenant.from", "method:1,method:0,baggage:tenant.id",
        "session.from", "method:3"));

    assertThat(settings.problems())
        .containsExactlyInAnyOrder(
            "Setting otel.instrumentation.costspan.methods: \"com.acme.Jobs#run=daily\" is left out:"
                + " \"com.acme.Jobs#run(0)=nightly\" names the same method",
            "Setting otel.instrumentation.costspan.tenant.from: method:1 never answers: no row of"
                + " methods names this argument",
            "Setting otel.instrumentation.costspan.session.from: method:3 never answers: no row of"
                + " methods names this argument",
            "Setting otel.instrumentation.costspan.methods: the argument of"
                + " \"com.acme.Mail#send(2)=mail\" is not read: method:2 is no source");
    assertThat(settings.tenant().from()).hasToString("method:1,method:0,baggage:tenant.id");
  }

  @Test
  void methodsThatSayAllAreNoProblem() {
    assertThat(settings(Map.of("feature.from", "method,route")).problems()).isEmpty();
    assertThat(settings(Map.of(
                "methods", "com.acme.Jobs#run(0)=nightly,com.acme.Mail#send=mail",
                "user.from", "method:0"))
            .problems())
        .isEmpty();
  }

  @Test
  void theDefaultFollowsTheTenantsKey() {
    assertThat(settings(Map.of("tenant.key", "org")).tenant().from())
        .hasToString("baggage:org,header:X-Tenant-Id");
    assertThat(settings(
                Map.of("tenant.key", "org", "tenant.from", "baggage:tenant.id,header:X-Tenant-Id"))
            .tenant()
            .from())
        .hasToString("baggage:tenant.id,header:X-Tenant-Id");
  }

  @Test
  void leavesOutWhatIsNoSourceAndSaysSo() {
    CostspanSettings settings = settings(
        Map.of(
            "tenant.from",
            "nonsense:x,header,header:X-Org,route:y,call:prompt_cache_key,call:metadata.,method:x,value:a"));

    assertThat(settings.tenant().from()).hasToString("header:X-Org,value:a");
    assertThat(settings.problems())
        .hasSize(6)
        .allMatch(
            problem -> problem.startsWith("Setting otel.instrumentation.costspan.tenant.from: \""))
        .anyMatch(problem -> problem.contains("\"call:prompt_cache_key\" is left out"));
  }

  @Test
  void neverReadsHeadersThatOpenDoors() {
    CostspanSettings settings = settings(Map.of(
        "tenant.from",
        "header:authorization,header:Cookie,header:Proxy-Authorization,"
            + "message-header:Authorization,header:X-Org"));

    assertThat(settings.tenant().from()).hasToString("header:X-Org");
    assertThat(settings.problems()).hasSize(4).allMatch(problem -> problem.contains("never read"));
  }

  /** The default reads a header that anybody may send, and somebody meant something else. */
  @Test
  void asksNoSourceWhenNoneIsLeft() {
    CostspanSettings settings =
        settings(Map.of("tenant.from", "claims:org", "user.from", SettingSource.NO_TEXT));

    assertThat(settings.tenant().from().rows()).isEmpty();
    assertThat(settings.payer().userFrom().rows()).isEmpty();
    assertThat(settings.problems())
        .containsExactly(
            "Setting otel.instrumentation.costspan.tenant.from: \"claims:org\" is left out: there"
                + " is no such source; no source is left, none is asked",
            "Setting otel.instrumentation.costspan.user.from: \"(a mapping)\" is not a list of"
                + " sources, separated by commas; used instead: none");
  }

  @Test
  void tellsNobodyTheKey() {
    CostspanSettings settings = settings(Map.of("user.hash-key", "s3cret"));

    assertThat(settings.departures()).containsExactly("user.hash-key=***");
  }

  @Test
  void whatWasToRestrictSomethingAdmitsNothingWhenItCannotBeUsed() {
    CostspanSettings settings = settings(Map.of(
        "tenant.pattern", "[a-z",
        "tenant.allow", " , ",
        "tenant.pass-on-to", "http://orders/",
        "baggage.trust", "no"));

    assertThat(settings.tenant().pattern().matcher("acme").matches()).isFalse();
    assertThat(settings.tenant().pattern().matcher("").matches()).isFalse();
    assertThat(settings.tenant().allowed()).containsExactly("invalid");
    assertThat(settings.tenant().passOnTo()).isEmpty();
    assertThat(settings.payer().baggageTrusted()).isFalse();
    assertThat(settings.problems())
        .hasSize(4)
        .anyMatch(problem -> problem.endsWith("used instead: no tenant, all are `invalid`"))
        .anyMatch(problem ->
            problem.endsWith("used instead: one that no tenant matches, all are `invalid`"));
  }

  private static CostspanSettings settings(Map<String, String> written) {
    return WrittenSettings.of(written);
  }
}
