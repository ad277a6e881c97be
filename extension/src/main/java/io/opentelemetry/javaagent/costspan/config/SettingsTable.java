package io.opentelemetry.javaagent.costspan.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Every setting of ours. The reader and docs/configuration.md are made from it. */
final class SettingsTable {

  /** Matches nothing. */
  private static final String NO_TENANT = "(?!)";

  private static final String HOST = "(\\*\\.)?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*";

  static final Setting<Boolean> LEDGER_ENABLED = Setting.of(
      "ledger.enabled",
      SettingType.trueOrFalse(),
      true,
      "One log record `llm.call` per call, to be summed against the provider's invoice.");

  static final Setting<Integer> MAX_TENANTS = Setting.of(
      "labels.max-tenants",
      SettingType.wholeNumber(1, 10_000),
      200,
      "How many tenants keep their name as a metric label, `unknown` being one of them. The others are"
          + " folded into `other`; spans and ledger events carry the name in any case.");

  static final Setting<Integer> MAX_FEATURES = Setting.of(
      "labels.max-features", SettingType.wholeNumber(1, 10_000), 100, "The same for features.");

  static final Setting<Integer> MAX_MODELS = Setting.of(
      "labels.max-models", SettingType.wholeNumber(1, 10_000), 100, "The same for models.");

  static final Setting<Integer> MAX_SERIES = Setting.of(
      "labels.max-series",
      SettingType.wholeNumber(100, 1_000_000),
      1_999,
      "How many combinations of labels a ledger counter has before labels are folded together."
          + " Raise the SDK's `otel.java.metrics.cardinality.limit` (default 2000) along with"
          + " it: the SDK drops all labels of what exceeds that.");

  static final Setting<String> TENANT_KEY = Setting.of(
      "tenant.key",
      SettingType.attributeName(),
      "tenant.id",
      "Name of the attribute and label that says which tenant pays, and of the baggage entry that"
          + " is read unless `tenant.from` says otherwise.");

  static final Setting<SourceList> TENANT_FROM = sources(
      "tenant.from",
      tenantFrom("tenant.id"),
      "Where the tenant is read; the first source that answers wins. docs/attribution.md has them"
          + " all. Nothing that is not named here, or in the same setting for users, sessions and"
          + " features, is ever read.");

  static final Setting<String> TENANT_PATTERN = Setting.of(
          "tenant.pattern",
          SettingType.regex(),
          "",
          "What the whole name of a tenant has to match: `[a-z0-9-]{3,36}`. Any other becomes"
              + " `invalid`, and is counted in `costspan.labels.invalid`.")
      .insteadOfNonsense(NO_TENANT, "one that no tenant matches, all are `invalid`");

  static final Setting<String> TENANT_ALLOW = Setting.of(
          "tenant.allow",
          SettingType.listOf("names", "[^,]+"),
          "",
          "The tenants that there are; any other becomes `invalid`. With `tenant.pattern` set too, a"
              + " tenant has to fit one of the two.")
      .insteadOfNonsense("invalid", "no tenant, all are `invalid`");

  static final Setting<String> TENANT_PASS_ON_TO = Setting.of(
      "tenant.pass-on-to",
      SettingType.listOf("hosts (`orders.internal`) or domains (`*.internal`)", HOST),
      "",
      "Hosts that are told the tenant of a request that is served, in the baggage of the HTTP"
          + " requests sent to them meanwhile. Providers of LLMs are not told, even if they are named.");

  static final Setting<SourceList> USER_FROM = sources(
      "user.from",
      SourceList.of(
          new SourceRow(SourceKind.BAGGAGE, "user.id"),
          new SourceRow(SourceKind.CALL, "safety_identifier"),
          new SourceRow(SourceKind.CALL, "user"),
          new SourceRow(SourceKind.CALL, "metadata.user_id")),
      "The same for the user.");

  static final Setting<Boolean> USER_PLAIN = Setting.of(
      "user.plain",
      SettingType.trueOrFalse(),
      false,
      "Users are shown by a keyed hash, `user.hash`; `true` shows the id as it is, `user.id`.");

  static final Setting<String> USER_HASH_KEY = Setting.of(
      "user.hash-key",
      SettingType.secret(),
      "",
      "The key of that hash. Without one each process makes its own when it starts, and the hashes of"
          + " two processes cannot be compared. Never logged.");

  static final Setting<SourceList> SESSION_FROM = sources(
      "session.from",
      SourceList.of(new SourceRow(SourceKind.BAGGAGE, "session.id")),
      "The same for the session.");

  static final Setting<SourceList> FEATURE_FROM = sources(
      "feature.from",
      SourceList.of(
          new SourceRow(SourceKind.BAGGAGE, "llm.feature"),
          new SourceRow(SourceKind.METHOD, ""),
          new SourceRow(SourceKind.ROUTE, ""),
          new SourceRow(SourceKind.DESTINATION, ""),
          new SourceRow(SourceKind.JOB, "")),
      "The same for the feature: the part of the application that made the call.");

  static final Setting<MethodSettings> METHODS = Setting.of(
      "methods",
      SettingType.methods(),
      MethodSettings.NONE,
      "Methods of the application that are features, whatever calls them, and of whose arguments"
          + " one may be the tenant, the first being 0, which `tenant.from` then reads as"
          + " `method:0`: `com.acme.Copilot#draft=copilot,com.acme.Jobs#run(0)=nightly`. Of two rows"
          + " that name one method the first holds, and the other is a warning; so is an argument"
          + " that no source reads, and a source `method:1` where no row names that argument.");

  static final Setting<Boolean> BAGGAGE_TRUST = Setting.of(
          "baggage.trust",
          SettingType.trueOrFalse(),
          true,
          "`false` ignores baggage that came with the request, which anybody can write where a service"
              + " is reached from the internet; what the application itself puts into baggage counts.")
      .insteadOfNonsense(false, "false");

  static final Setting<Boolean> ATTRIBUTION_DEBUG = Setting.of(
      "attribution.debug",
      SettingType.trueOrFalse(),
      false,
      "Each span says which source told: `costspan.tenant.source` and so on.");

  static final Setting<String> PRICING_FILE = Setting.of(
      "pricing.file",
      SettingType.path(),
      "",
      "Prices of your own: entries, discounts, aliases, contracts of tenants, in JSON or YAML as"
          + " docs/prices.md has them, or a LiteLLM catalogue as it is. They win over the bundled"
          + " ones. It is read again when it changes; a file with a mistake leaves in force what"
          + " was.");

  static final Setting<Integer> PRICING_REFRESH_SECONDS = Setting.of(
      "pricing.refresh-seconds",
      SettingType.wholeNumber(0, 86_400),
      10,
      "How often the price file is looked at. 0: it is read at the start only.");

  static final Setting<EndpointSettings> ENDPOINTS = Setting.of(
      "endpoints",
      SettingType.endpoints(),
      EndpointSettings.NONE,
      "Gateways and servers of your own: the beginning of a URL (`*` stands for anything), the"
          + " provider whose prices hold there, and the wire format if the path does not tell:"
          + " `https://llm.example.com/mistral=mistral_ai,http://10.0.0.7:8080=vllm/openai.chat`."
          + " Calls that a general HTTP client makes to a host that Costspan does not know count"
          + " only if they are named here, unless their path can mean nothing else.");

  static final Setting<Boolean> STREAMS_ASK_USAGE = Setting.of(
      "streams.ask-usage",
      SettingType.trueOrFalse(),
      false,
      "OpenAI's chat streams tell their usage only to whom asks with"
          + " `stream_options.include_usage`; the others cannot be priced. `true` adds the option to"
          + " the requests of openai-java and OkHttp that do not have any, and hides from the"
          + " application what it brings. Mistral, who refuses it, is not asked, nor is a request"
          + " that is signed. The one setting that changes a request.");

  static final Setting<String> STREAMS_ESTIMATE_WITH = Setting.of(
      "streams.estimate-with",
      SettingType.path(),
      "",
      "The jar of jtokkit (`com.knuddels:jtokkit` on Maven Central, 1.1.0 or newer): with it the tokens"
          + " of OpenAI's chat streams that do not ask for their usage are counted from what is sent and"
          + " received. `llm.usage.status` is `estimated` then, and the cost an estimate. What is counted,"
          + " and what not, stands in docs/supported-clients.md. Empty: such streams have no cost.");

  static final Setting<ActionSettings> ACTIONS = Setting.of(
      "actions",
      SettingType.actions(),
      ActionSettings.NONE,
      "What a successful action of a feature is; counted in `llm.actions`, so that cost per accepted"
          + " draft is one division: `copilot=POST /drafts/{id}/accept 2xx` (method or `*`, the route"
          + " as in `http.route`, a status or its class, 2xx if left out),"
          + " `copilot=com.acme.Drafts#accept` (the method returned),"
          + " `support=event:ticket.resolved` (the name of a log event, or of an event on a sampled"
          + " span).");

  static final Setting<NativeSpans> NATIVE = Setting.of(
      "native",
      SettingType.oneOf(NativeSpans.class),
      NativeSpans.SUPPRESS,
      "What becomes of the gen_ai spans that an SDK emits on its own (anthropic-java 2.72.0 and"
          + " newer, azure-ai-inference). Kept, they stand beside ours; metrics come from Costspan only.");

  static final List<Setting<?>> ALL = Collections.unmodifiableList(Arrays.asList(
      LEDGER_ENABLED,
      MAX_TENANTS,
      MAX_FEATURES,
      MAX_MODELS,
      MAX_SERIES,
      TENANT_KEY,
      TENANT_FROM,
      TENANT_PATTERN,
      TENANT_ALLOW,
      TENANT_PASS_ON_TO,
      USER_FROM,
      USER_PLAIN,
      USER_HASH_KEY,
      SESSION_FROM,
      FEATURE_FROM,
      METHODS,
      BAGGAGE_TRUST,
      ATTRIBUTION_DEBUG,
      PRICING_FILE,
      PRICING_REFRESH_SECONDS,
      ENDPOINTS,
      STREAMS_ASK_USAGE,
      STREAMS_ESTIMATE_WITH,
      ACTIONS,
      NATIVE));

  private SettingsTable() {}

  /** Where something is read: in the place of nonsense nowhere, for the default trusts what it names. */
  private static Setting<SourceList> sources(String name, SourceList otherwise, String purpose) {
    return Setting.of(name, SettingType.sources(), otherwise, purpose)
        .insteadOfNonsense(SourceList.NONE, "none");
  }

  /** Where the tenant is read unless it is written otherwise. */
  static SourceList tenantFrom(String key) {
    return SourceList.of(
        new SourceRow(SourceKind.BAGGAGE, key), new SourceRow(SourceKind.HEADER, "X-Tenant-Id"));
  }
}
