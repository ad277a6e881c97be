package io.costspan.demo.picture;

/** What is read of the telemetry, by its names. */
final class Names {
  static final String SCOPE = "io.costspan";
  static final String LEDGER_EVENT = "llm.call";

  static final String REQUESTS = "llm.requests";
  static final String TOKENS = "llm.tokens";
  static final String COST = "llm.cost";
  static final String SAVED = "llm.cache.saved";
  static final String UNPRICED = "llm.unpriced";

  static final String TENANT = "tenant.id";
  static final String SESSION = "session.id";
  static final String FEATURE = "llm.feature";
  static final String REQUEST_MODEL = "gen_ai.request.model";
  static final String TOKEN_KIND = "llm.token.kind";
  static final String UNPRICED_REASON = "llm.unpriced.reason";

  static final String INPUT_TOKENS = "gen_ai.usage.input_tokens";
  static final String OUTPUT_TOKENS = "gen_ai.usage.output_tokens";
  static final String CACHE_READ_TOKENS = "gen_ai.usage.cache_read.input_tokens";
  static final String CACHE_WRITE_TOKENS = "gen_ai.usage.cache_creation.input_tokens";
  static final String REASONING_TOKENS = "gen_ai.usage.reasoning.output_tokens";
  static final String USAGE_STATUS = "llm.usage.status";
  static final String AMOUNT = "gen_ai.usage.cost.amount";
  static final String PRICE_ENTRY = "llm.price.entry";
  static final String PRICE_VERSION = "llm.price.version";
  static final String CACHE_HIT = "llm.cache.hit";
  static final String CACHE_SAVED = "llm.cache.saved";
  static final String OUTCOME = "llm.outcome";
  static final String STREAM_END = "llm.stream.end";
  static final String FIRST_CHUNK = "gen_ai.response.time_to_first_chunk";
  static final String ERROR_TYPE = "error.type";
  static final String RESEND_COUNT = "http.request.resend_count";

  static final String ROOT_COST = "llm.request.cost";
  static final String ROOT_CALLS = "llm.request.calls";
  static final String ROOT_TOKENS = "llm.request.tokens";

  private Names() {}
}
