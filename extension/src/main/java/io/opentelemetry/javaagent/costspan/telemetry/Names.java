package io.opentelemetry.javaagent.costspan.telemetry;

import static io.opentelemetry.api.common.AttributeKey.booleanKey;
import static io.opentelemetry.api.common.AttributeKey.doubleKey;
import static io.opentelemetry.api.common.AttributeKey.longKey;
import static io.opentelemetry.api.common.AttributeKey.stringArrayKey;
import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Every name that we emit, here and nowhere else. {@code gen_ai.*} is the published set of the
 * GenAI conventions (1.41), cost is their PR 443, {@code llm.*} is ours where no convention has a
 * name. What the conventions' main branch has renamed differs by instance: {@link #published} or
 * {@link #latest}.
 */
final class Names {

  static final String SCOPE = "io.costspan";
  static final String LEDGER_EVENT = "llm.call";

  /** Label of what nothing resolves. */
  static final String UNKNOWN = "unknown";

  /** Label of what a bound has folded. */
  static final String OTHER = "other";

  /** Value of {@code error.type} for a failure that has no type: the conventions' own. */
  static final String OTHER_ERROR = "_OTHER";

  static final String USD = "USD";

  // The call.
  static final AttributeKey<String> OPERATION = stringKey("gen_ai.operation.name");
  static final AttributeKey<String> PROVIDER = stringKey("gen_ai.provider.name");
  static final AttributeKey<String> REQUEST_MODEL = stringKey("gen_ai.request.model");
  static final AttributeKey<String> RESPONSE_MODEL = stringKey("gen_ai.response.model");
  static final AttributeKey<String> RESPONSE_ID = stringKey("gen_ai.response.id");
  static final AttributeKey<List<String>> FINISH_REASONS =
      stringArrayKey("gen_ai.response.finish_reasons");
  static final AttributeKey<Double> TIME_TO_FIRST_CHUNK =
      doubleKey("gen_ai.response.time_to_first_chunk");
  static final AttributeKey<String> CONVERSATION = stringKey("gen_ai.conversation.id");
  static final AttributeKey<String> SERVER_ADDRESS = stringKey("server.address");
  static final AttributeKey<Long> SERVER_PORT = longKey("server.port");
  static final AttributeKey<String> REQUEST_TIER = stringKey("openai.request.service_tier");
  static final AttributeKey<String> RESPONSE_TIER = stringKey("openai.response.service_tier");
  static final AttributeKey<String> ERROR_TYPE = stringKey("error.type");
  static final AttributeKey<Long> RESEND_COUNT = longKey("http.request.resend_count");
  static final AttributeKey<String> OUTCOME = stringKey("llm.outcome");
  static final AttributeKey<String> STREAM_END = stringKey("llm.stream.end");
  static final AttributeKey<Double> DURATION = doubleKey("llm.duration");

  // Its parameters.
  static final AttributeKey<Long> MAX_TOKENS = longKey("gen_ai.request.max_tokens");
  static final AttributeKey<Double> TEMPERATURE = doubleKey("gen_ai.request.temperature");
  static final AttributeKey<Double> TOP_P = doubleKey("gen_ai.request.top_p");
  static final AttributeKey<Double> FREQUENCY_PENALTY =
      doubleKey("gen_ai.request.frequency_penalty");
  static final AttributeKey<Double> PRESENCE_PENALTY = doubleKey("gen_ai.request.presence_penalty");
  static final AttributeKey<Long> SEED = longKey("gen_ai.request.seed");
  static final AttributeKey<Long> CHOICE_COUNT = longKey("gen_ai.request.choice.count");
  static final AttributeKey<List<String>> STOP_SEQUENCES =
      stringArrayKey("gen_ai.request.stop_sequences");
  static final AttributeKey<List<String>> ENCODING_FORMATS =
      stringArrayKey("gen_ai.request.encoding_formats");
  static final AttributeKey<Boolean> STREAM = booleanKey("gen_ai.request.stream");

  // Its usage and its cost.
  static final AttributeKey<String> USAGE_STATUS = stringKey("llm.usage.status");
  static final AttributeKey<Long> INPUT_TOKENS = longKey("gen_ai.usage.input_tokens");
  static final AttributeKey<Long> OUTPUT_TOKENS = longKey("gen_ai.usage.output_tokens");
  static final AttributeKey<Long> CACHE_READ_TOKENS =
      longKey("gen_ai.usage.cache_read.input_tokens");
  static final AttributeKey<Long> REASONING_TOKENS =
      longKey("gen_ai.usage.reasoning.output_tokens");
  static final AttributeKey<Double> COST = doubleKey("gen_ai.usage.cost.amount");
  static final AttributeKey<String> CURRENCY = stringKey("gen_ai.usage.cost.currency");
  static final AttributeKey<String> COST_SOURCE = stringKey("gen_ai.usage.cost.source");
  static final AttributeKey<Double> INPUT_COST = doubleKey("llm.cost.input");
  static final AttributeKey<Double> CACHE_READ_COST = doubleKey("llm.cost.cache_read");
  static final AttributeKey<Double> CACHE_WRITE_COST = doubleKey("llm.cost.cache_write");
  static final AttributeKey<Double> OUTPUT_COST = doubleKey("llm.cost.output");
  static final AttributeKey<Double> TOOLS_COST = doubleKey("llm.cost.tools");
  static final AttributeKey<String> PRICE_ENTRY = stringKey("llm.price.entry");
  static final AttributeKey<String> PRICE_VERSION = stringKey("llm.price.version");
  static final AttributeKey<String> UNPRICED_REASON = stringKey("llm.unpriced.reason");
  static final AttributeKey<Boolean> CACHE_HIT = booleanKey("llm.cache.hit");
  static final AttributeKey<String> CACHE_KIND = stringKey("llm.cache.kind");
  static final AttributeKey<Double> CACHE_SAVED = doubleKey("llm.cache.saved");

  // Results of a batch, and a reading of them.
  static final AttributeKey<String> BATCH_ID = stringKey("llm.batch.id");
  static final AttributeKey<Long> BATCH_READ = longKey("llm.batch.results.read");
  static final AttributeKey<Long> BATCH_BILLED = longKey("llm.batch.results.billed");
  static final AttributeKey<Long> BATCH_UNPRICED = longKey("llm.batch.results.unpriced");

  // Who pays; the tenant's key is a setting.
  static final AttributeKey<String> USER = stringKey("user.id");
  static final AttributeKey<String> USER_HASH = stringKey("user.hash");
  static final AttributeKey<String> SESSION = stringKey("session.id");
  static final AttributeKey<String> FEATURE = stringKey("llm.feature");

  // Which source told, when that is asked for.
  static final AttributeKey<String> TENANT_SOURCE = stringKey("costspan.tenant.source");
  static final AttributeKey<String> USER_SOURCE = stringKey("costspan.user.source");
  static final AttributeKey<String> SESSION_SOURCE = stringKey("costspan.session.source");
  static final AttributeKey<String> FEATURE_SOURCE = stringKey("costspan.feature.source");

  // The local root span.
  static final AttributeKey<Double> ROOT_COST = doubleKey("llm.request.cost");
  static final AttributeKey<Long> ROOT_CALLS = longKey("llm.request.calls");
  static final AttributeKey<Long> ROOT_TOKENS = longKey("llm.request.tokens");

  // Labels that only metrics have.
  static final AttributeKey<String> TOKEN_TYPE = stringKey("gen_ai.token.type");
  static final AttributeKey<String> TOKEN_KIND = stringKey("llm.token.kind");
  static final AttributeKey<String> COST_KIND = stringKey("llm.cost.kind");
  static final AttributeKey<String> CACHE_RESULT = stringKey("llm.cache.result");
  static final AttributeKey<String> SITE = stringKey("costspan.site");
  static final AttributeKey<String> LABEL = stringKey("costspan.label");

  // The ledger: sums that are exact, with who pays.
  static final MetricName REQUESTS = MetricName.of("llm.requests", "{request}", "LLM calls.");
  static final MetricName TOKENS =
      MetricName.of("llm.tokens", "{token}", "Tokens, each in one kind: the kinds add up.");
  static final MetricName COSTS =
      MetricName.of("llm.cost", USD, "What LLM calls cost, by part: the parts add up.");
  static final MetricName CACHE_LOOKUPS =
      MetricName.of("llm.cache.lookups", "{lookup}", "Calls of which a cache served some or none.");
  static final MetricName CACHE_SAVINGS = MetricName.of(
      "llm.cache.saved", USD, "What calls would have cost uncached, minus their cost.");
  static final MetricName UNPRICED =
      MetricName.of("llm.unpriced", "{call}", "Calls whose cost is not known, by reason.");

  static final MetricName ACTIONS = MetricName.of(
      "llm.actions", "{action}", "Successful actions, as the setting `actions` names them.");

  // About ourselves.
  static final MetricName FAILURES = MetricName.of(
      "costspan.failures",
      "{failure}",
      "Failures inside Costspan, by site; at site usage, token counts of a provider that"
          + " contradict each other.");
  static final MetricName FOLDED =
      MetricName.of("costspan.labels.folded", "{call}", "Label values shown as other, by label.");
  static final MetricName INVALID = MetricName.of(
      "costspan.labels.invalid",
      "{call}",
      "Calls whose value is not admitted and shown as invalid, by label.");
  static final MetricName PRICE_BOOK_AGE =
      MetricName.of("costspan.price.book.age", "d", "Days since the date of the price book.");

  private static final List<Double> SECONDS = boundaries(
      0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);
  private static final List<Long> TOKEN_COUNTS = Collections.unmodifiableList(Arrays.asList(
      1L, 4L, 16L, 64L, 256L, 1024L, 4096L, 16384L, 65536L, 262144L, 1048576L, 4194304L, 16777216L,
      67108864L));
  // PR 443 names none: from an embedding of a sentence to an agent's million tokens.
  private static final List<Double> DOLLARS = boundaries(
      0.00001, 0.00005, 0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0, 10.0, 50.0);

  static final MetricName COST_PER_CALL = MetricName.ofDoubles(
      "gen_ai.client.operation.cost", USD, "Monetary cost of a GenAI operation.", DOLLARS);

  // Only in the published set.
  static final MetricName TOKEN_USAGE = MetricName.ofLongs(
      "gen_ai.client.token.usage",
      "{token}",
      "Number of input and output tokens used.",
      TOKEN_COUNTS);

  // Only in the latest set.
  static final MetricName INPUT_USAGE = usage("input_tokens", "Input tokens used.");
  static final MetricName OUTPUT_USAGE = usage("output_tokens", "Output tokens used.");
  static final MetricName CACHE_READ_USAGE =
      usage("cache_read.input_tokens", "Input tokens served from a provider-managed cache.");
  static final MetricName CACHE_WRITE_USAGE =
      usage("cache_write.input_tokens", "Input tokens written to a provider-managed cache.");
  static final MetricName REASONING_USAGE =
      usage("reasoning.output_tokens", "Output tokens used for reasoning.");
  static final MetricName INPUT_PER_CALL =
      tokensPerCall("input_tokens", "Input tokens per operation.");
  static final MetricName OUTPUT_PER_CALL =
      tokensPerCall("output_tokens", "Output tokens per operation.");

  private final AttributeKey<String> tenant;
  private final AttributeKey<Long> cacheWriteTokens;
  private final AttributeKey<?> topK;
  private final MetricName duration;
  private final MetricName timeToFirstChunk;
  private final MetricName timePerOutputChunk;

  private Names(String tenant, String cacheWrite, AttributeKey<?> topK, String metrics) {
    this.tenant = stringKey(tenant);
    this.cacheWriteTokens = longKey(cacheWrite);
    this.topK = topK;
    this.duration = seconds(metrics + "duration", "GenAI operation duration.");
    this.timeToFirstChunk =
        seconds(metrics + "time_to_first_chunk", "Time until the first chunk of a stream.");
    this.timePerOutputChunk =
        seconds(metrics + "time_per_output_chunk", "Time between the chunks of a stream.");
  }

  static Names published(String tenant) {
    return new Names(
        tenant,
        "gen_ai.usage.cache_creation.input_tokens",
        doubleKey("gen_ai.request.top_k"),
        "gen_ai.client.operation.");
  }

  static Names latest(String tenant) {
    return new Names(
        tenant,
        "gen_ai.usage.cache_write.input_tokens",
        longKey("gen_ai.request.top_k"),
        "gen_ai.client.inference.");
  }

  AttributeKey<String> tenant() {
    return tenant;
  }

  AttributeKey<Long> cacheWriteTokens() {
    return cacheWriteTokens;
  }

  /** A double in the published set, an integer in the latest. */
  AttributeKey<?> topK() {
    return topK;
  }

  MetricName duration() {
    return duration;
  }

  MetricName timeToFirstChunk() {
    return timeToFirstChunk;
  }

  MetricName timePerOutputChunk() {
    return timePerOutputChunk;
  }

  private static MetricName seconds(String name, String description) {
    return MetricName.ofDoubles(name, "s", description, SECONDS);
  }

  private static MetricName usage(String name, String description) {
    return MetricName.of("gen_ai.client.inference.usage." + name, "{token}", description);
  }

  private static MetricName tokensPerCall(String name, String description) {
    return MetricName.ofLongs(
        "gen_ai.client.inference.operation." + name, "{token}", description, TOKEN_COUNTS);
  }

  private static List<Double> boundaries(Double... values) {
    return Collections.unmodifiableList(Arrays.asList(values));
  }
}
