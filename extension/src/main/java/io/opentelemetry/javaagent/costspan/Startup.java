package io.opentelemetry.javaagent.costspan;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.javaagent.costspan.action.Actions;
import io.opentelemetry.javaagent.costspan.call.CallSettings;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.call.NativeTelemetry;
import io.opentelemetry.javaagent.costspan.config.ActionRow;
import io.opentelemetry.javaagent.costspan.config.AgentModules;
import io.opentelemetry.javaagent.costspan.config.AgentRelease;
import io.opentelemetry.javaagent.costspan.config.CostspanSettings;
import io.opentelemetry.javaagent.costspan.config.NativeSpans;
import io.opentelemetry.javaagent.costspan.config.StreamSettings;
import io.opentelemetry.javaagent.costspan.estimate.LoadedVocabularies;
import io.opentelemetry.javaagent.costspan.price.Pricing;
import io.opentelemetry.javaagent.costspan.telemetry.CallTelemetry;
import io.opentelemetry.javaagent.costspan.telemetry.Failures;
import io.opentelemetry.javaagent.costspan.telemetry.Rotation;
import io.opentelemetry.javaagent.costspan.telemetry.TelemetrySettings;
import io.opentelemetry.javaagent.costspan.wire.CallFields;
import io.opentelemetry.javaagent.costspan.wire.Vocabularies;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Wires the rooms together and says so in one line. */
final class Startup {

  private static final Logger logger = Logger.getLogger(Startup.class.getName());

  private final OpenTelemetry openTelemetry;
  private final UnaryOperator<@Nullable String> resource;
  private final Supplier<Rotation> rotation;
  private final Consumer<Runnable> beside;

  /**
   * @param resource the value of an attribute of the process's resource, null when it has none
   * @param rotation what fits those who read the metrics; asked when there is something to read
   * @param beside runs what the application need not wait for
   */
  Startup(
      OpenTelemetry openTelemetry,
      UnaryOperator<@Nullable String> resource,
      Supplier<Rotation> rotation,
      Consumer<Runnable> beside) {
    this.openTelemetry = openTelemetry;
    this.resource = resource;
    this.rotation = rotation;
    this.beside = beside;
  }

  void run(AgentRelease agent) {
    if (!agent.isSupported()) {
      logger.warning("Costspan needs OpenTelemetry Java agent "
          + AgentRelease.LEAST
          + " or newer, this is "
          + agent
          + ": LLM calls are not measured");
      return;
    }
    List<String> taps = AgentModules.enabledTaps();
    if (taps.isEmpty()) {
      logger.info("Costspan " + CostspanRelease.version() + " is switched off");
      return;
    }
    start(taps);
  }

  private void start(List<String> taps) {
    CostspanSettings settings = CostspanSettings.read(openTelemetry);
    settings.problems().forEach(logger::warning);
    if (settings.actions().name(ActionRow.Kind.EVENT) && !ActionEventsCustomizer.isListening()) {
      logger.warning("Setting actions: events are not heard of. Add "
          + ActionEventsCustomizer.BY_FILE
          + ": to the processors of logger_provider in the agent's configuration file, for events of"
          + " spans to those of tracer_provider");
    }
    Payers payers = Payers.of(settings, resource);
    payers.problems().forEach(logger::warning);
    payers.install();
    NativeTelemetry.configure(settings.nativeSpans() == NativeSpans.SUPPRESS);
    Runnable rest = () -> measure(settings, payers, taps);
    if (settings.actions().rows().isEmpty()) {
      beside.accept(rest);
    } else {
      rest.run(); // nothing waits for actions: the first may be the application's first step
    }
  }

  private void measure(CostspanSettings settings, Payers payers, List<String> taps) {
    Pricing prices = new PriceBooks(LocalDate.now(ZoneOffset.UTC))
        .inForce(settings.pricing().file(), settings.pricing().refreshSeconds());
    install(settings, payers, prices);
    logger.info("Costspan "
        + CostspanRelease.version()
        + ": prices of "
        + prices.version()
        + " for "
        + prices.size()
        + " models; taps "
        + taps.stream().filter(settings::installs).collect(Collectors.joining(", "))
        + "; settings "
        + (settings.departures().isEmpty()
            ? "all default"
            : String.join(", ", settings.departures())));
  }

  private void install(CostspanSettings settings, Payers payers, Pricing prices) {
    Failures failures = new Failures();
    CallTelemetry telemetry = CallTelemetry.create(
        openTelemetry,
        telemetrySettings(settings),
        prices,
        payers.attribution(),
        failures,
        System::nanoTime);
    CallFields.read(payers.callFields());
    Actions.install(
        ActionTable.of(settings.actions()),
        telemetry.actions(),
        failure -> failures.count("action", failure));
    LlmCalls.install(
        CallSettings.standard()
            .with(Endpoints.of(settings.endpoints()))
            .askingStreamUsage(settings.streams().askUsage())
            .estimatingWith(vocabularies(settings.streams())),
        telemetry,
        failures);
  }

  private static @Nullable Vocabularies vocabularies(StreamSettings streams) {
    Path jar = streams.estimateWith();
    return jar == null
        ? null
        : LoadedVocabularies.from(jar, failure -> logger.warning(streams.problem(jar, failure)));
  }

  private TelemetrySettings telemetrySettings(CostspanSettings settings) {
    return TelemetrySettings.builder(CostspanRelease.version())
        .ledgerEnabled(settings.ledger().enabled())
        .latestConventions(settings.latestConventions())
        .tenantKey(settings.tenant().key())
        .maxTenants(settings.labels().maxTenants())
        .maxFeatures(settings.labels().maxFeatures())
        .maxModels(settings.labels().maxModels())
        .maxSeries(settings.labels().maxSeries())
        .rotation(rotation.get())
        .build();
  }
}
