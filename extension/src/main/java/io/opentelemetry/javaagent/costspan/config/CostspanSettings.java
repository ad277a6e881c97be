package io.opentelemetry.javaagent.costspan.config;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.incubator.ExtendedOpenTelemetry;
import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that the operator chose, as it is in force: nonsense is already replaced by the default. */
public final class CostspanSettings {

  private static final String CONFIGURATION_FILE = "otel.config.file";

  private final LedgerSettings ledger;
  private final LabelSettings labels;
  private final TenantSettings tenant;
  private final PayerSettings payer;
  private final MethodSettings methods;
  private final PricingSettings pricing;
  private final EndpointSettings endpoints;
  private final StreamSettings streams;
  private final ActionSettings actions;
  private final NativeSpans nativeSpans;
  private final boolean latestConventions;
  private final List<String> problems;
  private final List<String> departures;

  private CostspanSettings(SettingReader reader, boolean latestConventions) {
    this.ledger = LedgerSettings.read(reader);
    this.labels = LabelSettings.read(reader);
    this.tenant = TenantSettings.read(reader);
    this.payer = PayerSettings.read(reader);
    this.methods = reader.readMethods(SettingsTable.METHODS);
    MethodArguments.check(reader, methods, tenant, payer);
    this.pricing = PricingSettings.read(reader);
    this.endpoints = reader.read(SettingsTable.ENDPOINTS);
    this.streams = StreamSettings.read(reader);
    this.actions = reader.read(SettingsTable.ACTIONS);
    this.nativeSpans = reader.read(SettingsTable.NATIVE);
    this.latestConventions = latestConventions;
    this.problems = Collections.unmodifiableList(reader.problems());
    this.departures = departures(reader, latestConventions);
  }

  /**
   * @param openTelemetry the agent's; when it is one that carries no configuration, all settings
   *     have their defaults
   */
  public static CostspanSettings read(OpenTelemetry openTelemetry) {
    if (!(openTelemetry instanceof ExtendedOpenTelemetry)) {
      return defaults();
    }
    DeclarativeConfigProperties all =
        ((ExtendedOpenTelemetry) openTelemetry).getConfigProvider().getInstrumentationConfig();
    boolean fromFile = outside(CONFIGURATION_FILE) != null;
    return of(
        new AgentSettingSource(
            below(below(all, "java"), "costspan"),
            fromFile ? Collections.emptySet() : namesOutside()),
        SemconvOptIn.isLatest(below(all, "general"), outside(SemconvOptIn.PROPERTY)));
  }

  /** What the agent has read, which it has before it installs any module. */
  public static CostspanSettings ofAgent() {
    return OfAgent.SETTINGS;
  }

  /** What holds when nothing is written. */
  public static CostspanSettings defaults() {
    return of(new AgentSettingSource(null, Collections.emptySet()), false);
  }

  static CostspanSettings of(SettingSource source, boolean latestConventions) {
    return new CostspanSettings(new SettingReader(source), latestConventions);
  }

  public LedgerSettings ledger() {
    return ledger;
  }

  public LabelSettings labels() {
    return labels;
  }

  public TenantSettings tenant() {
    return tenant;
  }

  public PayerSettings payer() {
    return payer;
  }

  public MethodSettings methods() {
    return methods;
  }

  /** Whether a tap has anything to see: those that tell who pays only if a setting names it. */
  public boolean installs(String tap) {
    switch (tap) {
      case "mdc":
        return readsFrom(SourceKind.MDC);
      case "principal":
        return readsFrom(SourceKind.PRINCIPAL) || readsFrom(SourceKind.CLAIM);
      case "method":
        return !methods.rows().isEmpty();
      case "action":
        return actions.name(ActionRow.Kind.METHOD);
      default:
        return true;
    }
  }

  /** Whether anything about who pays is read from such a source. */
  public boolean readsFrom(SourceKind kind) {
    return tenant.from().reads(kind)
        || payer.userFrom().reads(kind)
        || payer.sessionFrom().reads(kind)
        || payer.featureFrom().reads(kind);
  }

  public PricingSettings pricing() {
    return pricing;
  }

  public EndpointSettings endpoints() {
    return endpoints;
  }

  public StreamSettings streams() {
    return streams;
  }

  public ActionSettings actions() {
    return actions;
  }

  public NativeSpans nativeSpans() {
    return nativeSpans;
  }

  /** Whether the names of the GenAI conventions' main branch are to be emitted. */
  public boolean latestConventions() {
    return latestConventions;
  }

  /** A sentence for each thing that was written and cannot be used. */
  public List<String> problems() {
    return problems;
  }

  /** Settings that differ from their default, {@code name=value}. */
  public List<String> departures() {
    return departures;
  }

  private static List<String> departures(SettingReader reader, boolean latestConventions) {
    List<String> departures = new ArrayList<>(reader.departures());
    if (latestConventions) {
      departures.add(SemconvOptIn.LATEST);
    }
    return Collections.unmodifiableList(departures);
  }

  private static @Nullable DeclarativeConfigProperties below(
      @Nullable DeclarativeConfigProperties node, String name) {
    return node == null ? null : node.getStructured(name);
  }

  private static @Nullable String outside(String property) {
    String value = System.getProperty(property);
    return value == null ? System.getenv(WrittenNames.environmentVariable(property)) : value;
  }

  private static Set<String> namesOutside() {
    Set<String> names = new HashSet<>(System.getProperties().stringPropertyNames());
    names.addAll(System.getenv().keySet());
    return names;
  }

  /** Read once, for all modules. */
  private static final class OfAgent {

    private static final CostspanSettings SETTINGS =
        AgentRelease.running().isSupported() ? read(GlobalOpenTelemetry.get()) : defaults();
  }
}
