package io.opentelemetry.javaagent.costspan.telemetry;

import java.util.LinkedHashMap;
import java.util.Map;

/** When each attribute is there and what it says, in the order in which the reference lists them. */
final class AttributeNotes {

  /** When, and a note that may be empty. */
  record Note(String when, String says) {}

  private final Map<String, Note> notes = new LinkedHashMap<>();

  AttributeNotes() {
    call();
    request();
    response();
    usage();
    cost();
    cache();
    batch();
    payer();
    root();
    metrics();
  }

  Map<String, Note> all() {
    return notes;
  }

  private void call() {
    put(
        "gen_ai.operation.name",
        "always",
        "`chat`, `embeddings`, `image_generation`, …; `batch_results` of a reading");
    put("gen_ai.provider.name", "always", "as the endpoint shows, not merely the SDK's vendor");
    put("gen_ai.request.model", "known", "of a batch's result the model that answered");
    put("gen_ai.response.model", "reported", "");
    put("gen_ai.response.id", "reported", "");
    put("gen_ai.response.finish_reasons", "reported", "one per choice");
    put("server.address", "known", "");
    put("server.port", "known", "on metrics left out past 100 ports");
    put(
        "llm.outcome",
        "always",
        "`success`, `error`, `timeout`, `rate_limited`, `content_filtered`, `cancelled`,"
            + " `budget_refused`");
    put(
        "error.type",
        "failure",
        "provider's error code, else HTTP status, else exception class, else `_OTHER`");
    put(
        "llm.duration",
        "known",
        "seconds; a dropped stream lasts until its last chunk; nobody knows that of a batch's result");
    put("http.request.resend_count", "> 0", "retries inside the SDK");
  }

  private void request() {
    put("gen_ai.request.max_tokens", "set", "");
    put("gen_ai.request.temperature", "set", "");
    put("gen_ai.request.top_p", "set", "");
    put("gen_ai.request.top_k", "set", "an int with the latest conventions");
    put("gen_ai.request.frequency_penalty", "set", "");
    put("gen_ai.request.presence_penalty", "set", "");
    put("gen_ai.request.seed", "set", "");
    put("gen_ai.request.choice.count", "set", "");
    put("gen_ai.request.stop_sequences", "set", "");
    put("gen_ai.request.encoding_formats", "set", "");
    put("gen_ai.request.stream", "streaming asked for", "`true`");
    put("gen_ai.conversation.id", "set", "");
    put("openai.request.service_tier", "set", "not for Anthropic");
  }

  private void response() {
    put("openai.response.service_tier", "reported", "the tier served, which is what is priced");
    put("gen_ai.response.time_to_first_chunk", "streams", "seconds");
    put(
        "llm.stream.end",
        "streams",
        "`complete`, `eof`, `closed`, `cancelled`, `failed`, `reaped`");
  }

  private void usage() {
    put(
        "llm.usage.status",
        "always",
        "`measured`, `partial` (cut off), `estimated` (counted by us), `absent`");
    put("gen_ai.usage.input_tokens", "reported", "includes cached reads and cache writes");
    put("gen_ai.usage.output_tokens", "reported", "includes reasoning");
    put("gen_ai.usage.cache_read.input_tokens", "reported", "part of the input tokens");
    put(
        "gen_ai.usage.cache_creation.input_tokens",
        "reported",
        "part of the input tokens; `cache_write` with the latest conventions");
    put("gen_ai.usage.cache_write.input_tokens", "reported", "part of the input tokens");
    put("gen_ai.usage.reasoning.output_tokens", "reported", "part of the output tokens");
  }

  private void cost() {
    put("gen_ai.usage.cost.amount", "priced", "absent, never 0, when unknown");
    put("gen_ai.usage.cost.currency", "priced", "`USD`");
    put("gen_ai.usage.cost.source", "priced", "`local`: computed by us; `provider`: reported");
    put(
        "llm.cost.input",
        "priced, > 0",
        "the parts add up to the amount; without any the provider reported one sum");
    put("llm.cost.cache_read", "priced, > 0", "");
    put("llm.cost.cache_write", "priced, > 0", "");
    put("llm.cost.output", "priced, > 0", "reasoning included");
    put(
        "llm.cost.tools",
        "priced, > 0",
        "what the provider ran on its side: searches, and fees per request");
    put("llm.price.entry", "priced by us", "the entry of the price book");
    put("llm.price.version", "priced by us", "the date of the price book");
    put(
        "llm.unpriced.reason",
        "billed, not priced",
        "`unknown_model`, `no_usage`, `partial_usage`, `no_price_for_unit`");
  }

  private void cache() {
    put("llm.cache.hit", "a cache was reported", "");
    put(
        "llm.cache.kind",
        "hit",
        "`prompt` (the provider's), `response` or `semantic` (a gateway's)");
    put("llm.cache.saved", "hit, priced", "USD: the same call uncached, minus what it cost");
  }

  private void batch() {
    put(
        "llm.batch.id",
        "a batch",
        "by what its results were read: Anthropic's id of the batch, OpenAI's of the file");
    put("llm.batch.results.read", "always", "lines, of whatever kind");
    put(
        "llm.batch.results.billed",
        "always",
        "those that had an answer and were not billed before");
    put("llm.batch.results.unpriced", "> 0", "those of them whose cost is not in the sum");
  }

  private void payer() {
    put(
        "tenant.id",
        "resolved",
        "the key is a setting; `unknown` on the ledger counters, `invalid` if it is not admitted");
    put(
        "user.hash",
        "resolved",
        "keyed hash of the user's id; with `user.plain=true` the id itself, as `user.id`");
    put("user.id", "`user.plain`", "instead of `user.hash`");
    put("session.id", "resolved", "");
    put("llm.feature", "resolved", "unless set otherwise the `http.route` that is being served");
    String debug = "the source that told: `header:X-Tenant-Id`";
    put("costspan.tenant.source", "`attribution.debug`", debug);
    put("costspan.user.source", "`attribution.debug`", debug);
    put("costspan.session.source", "`attribution.debug`", debug);
    put("costspan.feature.source", "`attribution.debug`", debug);
  }

  private void root() {
    put("llm.request.calls", "a call ended", "calls so far");
    put("llm.request.tokens", "a call ended", "tokens of those calls");
    put("llm.request.cost", "a call was priced", "USD");
  }

  private void metrics() {
    put("gen_ai.token.type", "always", "`input`, `output`");
    put(
        "llm.token.kind",
        "always",
        "`input`, `cache_read`, `cache_write`, `audio_input`, `image_input`, `video_input`,"
            + " `output`, `reasoning`, `audio_output`, `image_output`, `video_output`: disjoint");
    put(
        "llm.cost.kind",
        "always",
        "`input`, `cache_read`, `cache_write`, `output`, `tools`; `unsplit`: the provider reported"
            + " one sum, and the book does not come to the same");
    put("llm.cache.result", "always", "`hit`, `miss`");
    put("costspan.site", "always", "where it failed");
    put("costspan.label", "always", "the label that was folded or not admitted");
  }

  private void put(String name, String when, String says) {
    notes.put(name, new Note(when, says));
  }
}
