package io.costspan.smoke;

import io.costspan.smoke.runner.Ask;
import io.costspan.smoke.runner.OpenAiJson;
import io.costspan.smoke.runner.soak.Call;
import io.costspan.smoke.runner.soak.Payer;
import io.costspan.testbed.provider.Bill;
import io.costspan.testbed.provider.LedgerEntry;
import io.costspan.testbed.provider.Tokens;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What must come out of one call of the soak, from what the provider sent and the application did.
 *
 * @param billed null when the provider generated nothing
 * @param attempts that the provider received
 */
record SoakCall(
    Call call, Payer payer, SoakEnd end, @Nullable LedgerEntry billed, long attempts) {

  /** The figures and names of its span, but for counts of none. */
  Map<String, Object> ofSpan() {
    Map<String, Object> expected = ofEvent();
    put(expected, "llm.stream.end", end.streamEnd());
    if (attempts > 1) {
      expected.put("http.request.resend_count", attempts - 1);
    }
    return expected;
  }

  /** The same of its ledger event. */
  Map<String, Object> ofEvent() {
    Map<String, Object> expected = new TreeMap<>();
    expected.put("gen_ai.operation.name", operation());
    expected.put("gen_ai.provider.name", provider());
    expected.put("gen_ai.request.model", model());
    expected.put("llm.outcome", end.outcome());
    expected.put("llm.usage.status", end.usageStatus());
    put(expected, "error.type", end.errorType());
    put(expected, "llm.unpriced.reason", end.unpricedReason());
    expected.put("session.id", call.session());
    if (payer.way() != Payer.Way.NOBODY) {
      expected.put("tenant.id", payer.tenant());
      expected.put("llm.feature", payer.feature());
    }
    putTokens(expected);
    if (end.isPriced()) {
      putCosts(expected);
    }
    return expected;
  }

  /** Of every counter. */
  Map<String, Object> labels() {
    boolean nobody = payer.way() == Payer.Way.NOBODY;
    return Map.of(
        "gen_ai.operation.name", operation(),
        "gen_ai.provider.name", provider(),
        "gen_ai.request.model", model(),
        "tenant.id", nobody ? "unknown" : payer.tenant(),
        "llm.feature", nobody ? "unknown" : payer.feature());
  }

  boolean tellsInput() {
    return !end.usageStatus().equals("absent");
  }

  boolean tellsOutput() {
    return end.usageStatus().equals("measured");
  }

  /** There is no word for it in the answer to embeddings. */
  boolean tellsCache() {
    return tellsInput() && !call.shape().isEmbeddings();
  }

  Tokens tokens() {
    return entry().tokens();
  }

  Bill bill() {
    Bill bill = entry().bill();
    if (bill == null) {
      throw new IllegalStateException("the provider has no price for " + this);
    }
    return bill;
  }

  /** Never less than nothing, though writing to the cache may have cost more than reading saved. */
  BigDecimal saved() {
    return bill().uncached().subtract(bill().total()).max(BigDecimal.ZERO);
  }

  private LedgerEntry entry() {
    if (billed == null) {
      throw new IllegalStateException("the provider has generated nothing for " + this);
    }
    return billed;
  }

  private String operation() {
    return call.shape().isEmbeddings() ? "embeddings" : "chat";
  }

  private String provider() {
    return call.sdk().isAnthropic() ? "anthropic" : "openai";
  }

  private String model() {
    if (call.shape().isEmbeddings()) {
      return "text-embedding-3-small";
    }
    if (!call.sdk().isAnthropic() || call.model() == Ask.Model.UNKNOWN) {
      return OpenAiJson.modelOf(call.ask());
    }
    return call.model() == Ask.Model.SMALL ? "claude-haiku-4-5" : "claude-sonnet-4-5";
  }

  private void putTokens(Map<String, Object> expected) {
    if (tellsInput()) {
      put(expected, "gen_ai.usage.input_tokens", tokens().input());
      put(expected, "gen_ai.usage.cache_read.input_tokens", tokens().cacheRead());
      put(expected, "gen_ai.usage.cache_creation.input_tokens", tokens().cacheWrite());
      if (tellsCache()) {
        expected.put("llm.cache.hit", tokens().cacheRead() > 0);
      }
    }
    if (tellsOutput()) {
      put(expected, "gen_ai.usage.output_tokens", tokens().output());
      put(expected, "gen_ai.usage.reasoning.output_tokens", tokens().reasoning());
    }
  }

  private void putCosts(Map<String, Object> expected) {
    expected.put("gen_ai.usage.cost.amount", bill().total().doubleValue());
    put(expected, "llm.cost.input", bill().input());
    put(expected, "llm.cost.cache_read", bill().cacheRead());
    put(expected, "llm.cost.cache_write", bill().cacheWrite());
    put(expected, "llm.cost.output", bill().output());
    if (tokens().cacheRead() > 0) {
      expected.put("llm.cache.saved", saved().doubleValue());
    }
  }

  private static void put(Map<String, Object> expected, String name, BigDecimal usd) {
    if (usd.signum() != 0) {
      expected.put(name, usd.doubleValue());
    }
  }

  private static void put(Map<String, Object> expected, String name, long count) {
    if (count > 0) {
      expected.put(name, count);
    }
  }

  private static void put(Map<String, Object> expected, String name, @Nullable String value) {
    if (value != null) {
      expected.put(name, value);
    }
  }
}
