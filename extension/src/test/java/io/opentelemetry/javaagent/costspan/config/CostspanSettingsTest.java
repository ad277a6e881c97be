package io.opentelemetry.javaagent.costspan.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.incubator.ExtendedOpenTelemetry;
import io.opentelemetry.api.incubator.config.ConfigProvider;
import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.propagation.ContextPropagators;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CostspanSettingsTest {

  @Test
  void hasDefaultsWhenNothingIsWritten() {
    CostspanSettings settings = CostspanSettings.defaults();

    assertThat(settings.ledger().enabled()).isTrue();
    assertThat(settings.labels().maxTenants()).isEqualTo(200);
    assertThat(settings.labels().maxFeatures()).isEqualTo(100);
    assertThat(settings.labels().maxModels()).isEqualTo(100);
    assertThat(settings.labels().maxSeries()).isEqualTo(1_999);
    assertThat(settings.tenant().key()).isEqualTo("tenant.id");
    assertThat(settings.pricing().file()).isNull();
    assertThat(settings.endpoints().rows()).isEmpty();
    assertThat(settings.nativeSpans()).isEqualTo(NativeSpans.SUPPRESS);
    assertThat(settings.latestConventions()).isFalse();
    assertThat(settings.problems()).isEmpty();
    assertThat(settings.departures()).isEmpty();
  }

  @Test
  void readsEverySettingFromProperties() {
    CostspanSettings settings = fromProperties(Map.of(
        "otel.instrumentation.costspan.ledger.enabled", "false",
        "otel.instrumentation.costspan.labels.max-tenants", " 50 ",
        "otel.instrumentation.costspan.labels.max-features", "1",
        "otel.instrumentation.costspan.labels.max-models", "10000",
        "otel.instrumentation.costspan.labels.max-series", "5000",
        "otel.instrumentation.costspan.tenant.key", "customer",
        "otel.instrumentation.costspan.pricing.file", "/etc/prices.json",
        "otel.instrumentation.costspan.endpoints", "http://a=x, b/c=y/openai.chat",
        "otel.instrumentation.costspan.streams.ask-usage", "true",
        "otel.instrumentation.costspan.native", "KEEP"));

    assertAllDiffer(settings);
  }

  @Test
  void readsEverySettingFromAFile() {
    CostspanSettings settings = fromFile("""
            ledger: {enabled: false}
            labels:
              max_tenants: 50
              max_features: 1
              max_models: 10000
              max_series: 5000
            streams: {ask_usage: true}
            endpoints: "http://a=x, b/c=y/openai.chat"
            tenant: {key: customer}
            pricing:
              file: /etc/prices.json
            native: keep
            """);

    assertAllDiffer(settings);
  }

  private static void assertAllDiffer(CostspanSettings settings) {
    assertThat(settings.problems()).isEmpty();
    assertThat(settings.ledger().enabled()).isFalse();
    assertThat(settings.labels().maxTenants()).isEqualTo(50);
    assertThat(settings.labels().maxFeatures()).isEqualTo(1);
    assertThat(settings.labels().maxModels()).isEqualTo(10_000);
    assertThat(settings.labels().maxSeries()).isEqualTo(5_000);
    assertThat(settings.tenant().key()).isEqualTo("customer");
    assertThat(settings.pricing().file()).isEqualTo(Path.of("/etc/prices.json"));
    assertThat(settings.nativeSpans()).isEqualTo(NativeSpans.KEEP);
    assertThat(settings.departures())
        .containsExactly(
            "ledger.enabled=false",
            "labels.max-tenants=50",
            "labels.max-features=1",
            "labels.max-models=10000",
            "labels.max-series=5000",
            "tenant.key=customer",
            "pricing.file=/etc/prices.json",
            "endpoints=http://a=x,b/c=y/openai.chat",
            "streams.ask-usage=true",
            "native=keep");
  }

  @Test
  void replacesNonsenseInPropertiesByTheDefaultAndNamesIt() {
    CostspanSettings settings = fromProperties(Map.of(
        "otel.instrumentation.costspan.ledger.enabled", "yes",
        "otel.instrumentation.costspan.labels.max-tenants", "banana",
        "otel.instrumentation.costspan.labels.max-features", "0",
        "otel.instrumentation.costspan.labels.max-models", "10001",
        "otel.instrumentation.costspan.tenant.key", "two words",
        "otel.instrumentation.costspan.pricing.file", "a\0b",
        "otel.instrumentation.costspan.endpoints", "http://gateway.example.com",
        "otel.instrumentation.costspan.native", "maybe"));

    assertThat(settings.departures()).isEmpty();
    assertThat(settings.labels().maxTenants()).isEqualTo(200);
    assertThat(settings.problems())
        .containsExactly(
            "Setting otel.instrumentation.costspan.ledger.enabled: \"yes\" is not true or false;"
                + " used instead: true",
            "Setting otel.instrumentation.costspan.labels.max-tenants: \"banana\" is not a whole"
                + " number from 1 to 10000; used instead: 200",
            "Setting otel.instrumentation.costspan.labels.max-features: \"0\" is not a whole"
                + " number from 1 to 10000; used instead: 100",
            "Setting otel.instrumentation.costspan.labels.max-models: \"10001\" is not a whole"
                + " number from 1 to 10000; used instead: 100",
            "Setting otel.instrumentation.costspan.tenant.key: \"two words\" is not an attribute"
                + " name (up to 100 letters, digits and . _ -); used instead: tenant.id",
            "Setting otel.instrumentation.costspan.pricing.file: \"a\0b\" is not a path; used"
                + " instead: none",
            "Setting otel.instrumentation.costspan.endpoints: \"http://gateway.example.com\" is not"
                + " a list of `url=provider` or `url=provider/format`, separated by commas; used"
                + " instead: none",
            "Setting otel.instrumentation.costspan.native: \"maybe\" is not suppress or keep; used"
                + " instead: suppress");
  }

  @Test
  void replacesNonsenseInAFileByTheDefaultAndNamesIt() {
    CostspanSettings settings = fromFile("""
            ledger: {enabled: 1}
            labels:
              max_tenants: banana
              max_features: 2.5
              max_models: {a: 1}
            tenant: {key: true}
            native: 5
            """);

    assertThat(settings.problems())
        .containsExactly(
            "Setting otel.instrumentation.costspan.ledger.enabled: \"1\" is not true or false;"
                + " used instead: true",
            "Setting otel.instrumentation.costspan.labels.max-tenants: \"banana\" is not a whole"
                + " number from 1 to 10000; used instead: 200",
            "Setting otel.instrumentation.costspan.labels.max-features: \"2.5\" is not a whole"
                + " number from 1 to 10000; used instead: 100",
            "Setting otel.instrumentation.costspan.labels.max-models: \"(a mapping)\" is not a"
                + " whole number from 1 to 10000; used instead: 100",
            "Setting otel.instrumentation.costspan.native: \"5\" is not suppress or keep; used"
                + " instead: suppress",
            "No such setting, ignored: costspan.labels.max_models.a");
  }

  @Test
  void readsListsOfAFileAsTheyAreWritten() {
    CostspanSettings settings = fromFile("""
            tenant:
              from: [header:X-Org, "value:internal"]
              allow: [acme, Globex AG]
            methods: [com.acme.Jobs#run=nightly]
            """);

    assertThat(settings.tenant().from()).hasToString("header:X-Org,value:internal");
    assertThat(settings.tenant().allowed()).containsExactly("acme", "Globex AG");
    assertThat(settings.methods().rows()).hasSize(1);
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void aMappingIsNoText() {
    CostspanSettings settings = fromFile("tenant: {pattern: {a: b}, allow: [{a: b}]}");

    assertThat(settings.tenant().pattern().matcher("a mapping").matches()).isFalse();
    assertThat(settings.tenant().allowed()).containsExactly("invalid");
    assertThat(settings.problems()).hasSize(3).anyMatch(problem -> problem.contains("allow"));
  }

  @Test
  void listsOfAFileNeedNoQuotes() {
    assertThat(fromFile("tenant: {allow: [17, 4]}").tenant().allowed()).containsExactly("17", "4");
    assertThat(fromFile("tenant: {allow: []}").tenant().allowed()).containsExactly("invalid");
    assertThat(fromFile("tenant: {allow: [acme, 17]}").tenant().allowed()).contains("acme");
  }

  @Test
  void takesAnEmptyValueForNone() {
    CostspanSettings fromProperties =
        fromProperties(Map.of("otel.instrumentation.costspan.labels.max-tenants", " "));
    CostspanSettings fromFile = fromFile("labels: {max_tenants: }");

    assertThat(fromProperties.labels().maxTenants()).isEqualTo(200);
    assertThat(fromProperties.problems()).isEmpty();
    assertThat(fromFile.labels().maxTenants()).isEqualTo(200);
    assertThat(fromFile.problems()).isEmpty();
  }

  @Test
  void reportsNamesThatAreNoSettingsOnce() {
    CostspanSettings fromFile = fromFile("""
            ledgers: {enabled: false}
            labels: {max-tenants: 50}
            """);
    CostspanSettings outside = CostspanSettings.of(
        new AgentSettingSource(
            AsProperties.of(Map.of()),
            Set.of(
                "otel.instrumentation.costspan.ledger.enable",
                "OTEL_INSTRUMENTATION_COSTSPAN_TENNANT_KEY",
                "OTEL_INSTRUMENTATION_COSTSPAN_TENANT_KEY")),
        false);

    assertThat(fromFile.problems())
        .containsExactly(
            "No such setting, ignored: costspan.labels.max-tenants," + " costspan.ledgers.enabled");
    assertThat(outside.problems())
        .containsExactly("No such setting, ignored: OTEL_INSTRUMENTATION_COSTSPAN_TENNANT_KEY,"
            + " otel.instrumentation.costspan.ledger.enable");
  }

  @Test
  void findsItsPlaceInTheAgentsConfiguration() {
    CostspanSettings settings = CostspanSettings.read(new Agent(Yaml.read("""
                    general:
                      stability_opt_in_list: http/dup, gen_ai_latest_experimental
                    java:
                      costspan:
                        tenant: {key: customer}
                    """)));

    assertThat(settings.tenant().key()).isEqualTo("customer");
    assertThat(settings.latestConventions()).isTrue();
    assertThat(settings.departures())
        .containsExactly("tenant.key=customer", "gen_ai_latest_experimental");
  }

  @Test
  void hasDefaultsWhenTheAgentCarriesNoConfiguration() {
    CostspanSettings settings = CostspanSettings.read(OpenTelemetry.noop());

    assertThat(settings.departures()).isEmpty();
  }

  private static CostspanSettings fromProperties(Map<String, String> properties) {
    return CostspanSettings.of(
        new AgentSettingSource(AsProperties.of(properties), properties.keySet()), false);
  }

  private static CostspanSettings fromFile(String yaml) {
    return CostspanSettings.of(new AgentSettingSource(Yaml.read(yaml), Set.of()), false);
  }

  private record Agent(DeclarativeConfigProperties instrumentation)
      implements ExtendedOpenTelemetry {

    @Override
    public ConfigProvider getConfigProvider() {
      return () -> instrumentation;
    }

    @Override
    public TracerProvider getTracerProvider() {
      return TracerProvider.noop();
    }

    @Override
    public MeterProvider getMeterProvider() {
      return MeterProvider.noop();
    }

    @Override
    public ContextPropagators getPropagators() {
      return ContextPropagators.noop();
    }
  }
}
