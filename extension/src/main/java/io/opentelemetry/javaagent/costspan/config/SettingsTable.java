package io.opentelemetry.javaagent.costspan.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Every setting of ours. The reader and docs/configuration.md are made from it. */
final class SettingsTable {

  static final Setting<Boolean> LEDGER_ENABLED = Setting.of(
      "ledger.enabled",
      SettingType.trueOrFalse(),
      true,
      "One log record `llm.call` per call, to be summed against the provider's invoice.");

  static final Setting<Integer> MAX_TENANTS = Setting.of(
      "labels.max-tenants",
      SettingType.wholeNumber(1, 10_000),
      200,
      "How many tenants keep their name as a metric label. The others are folded into `other`;"
          + " spans and ledger events carry the name in any case.");

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
      "Name of the baggage entry that says which tenant pays, and of the attribute and label"
          + " that it becomes.");

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
          + " the requests of openai-java that do not have any, and hides from the application what"
          + " it brings. The one setting that changes a request.");

  static final Setting<ActionSettings> ACTIONS = Setting.of(
      "actions",
      SettingType.actions(),
      ActionSettings.NONE,
      "What a successful action of a feature is; counted in `llm.actions`, so that cost per accepted"
          + " draft is one division: `copilot=POST /drafts/{id}/accept 2xx` (method or `*`, the route"
          + " as in `http.route`, a status or its class, 2xx if left out),"
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
      PRICING_FILE,
      PRICING_REFRESH_SECONDS,
      ENDPOINTS,
      STREAMS_ASK_USAGE,
      ACTIONS,
      NATIVE));

  private SettingsTable() {}
}
