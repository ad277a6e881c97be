package io.opentelemetry.javaagent.costspan.call;

import io.opentelemetry.javaagent.costspan.telemetry.CacheUse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What gateways say in the heads of their responses: LiteLLM's proxy, Helicone, Cloudflare's AI
 * Gateway, Portkey.
 */
final class GatewayHeaders {

  /** What LiteLLM says that a call cost, in USD. */
  private static final String REPORTED_USD = "x-litellm-response-cost";

  /** LiteLLM names the key under which it found an answer, and in some versions says so besides. */
  private static final String LITELLM_KEY = "x-litellm-cache-key";

  /** {@code True}, {@code HIT}, {@code SEMANTIC MISS}, {@code DISABLED}. */
  private static final List<String> CACHE_STATUS = Collections.unmodifiableList(Arrays.asList(
      "x-litellm-cache-hit", "helicone-cache", "cf-aig-cache-status", "x-portkey-cache-status"));

  private GatewayHeaders() {}

  static @Nullable String reportedUsd(HeaderLookup headers) {
    return headers.first(REPORTED_USD);
  }

  /** What a gateway's cache did for the call. */
  static CacheUse cacheUse(HeaderLookup headers) {
    for (String name : CACHE_STATUS) {
      String status = headers.first(name);
      if (status != null) {
        return use(status.toUpperCase(Locale.ROOT));
      }
    }
    return headers.first(LITELLM_KEY) == null ? CacheUse.NOT_REPORTED : CacheUse.RESPONSE_HIT;
  }

  private static CacheUse use(String status) {
    switch (status) {
      case "HIT":
      case "TRUE":
        return CacheUse.RESPONSE_HIT;
      case "MISS":
      case "FALSE":
      case "REFRESH": // Portkey's: asked the provider although there was an answer
        return CacheUse.RESPONSE_MISS;
      case "SEMANTIC HIT":
        return CacheUse.SEMANTIC_HIT;
      case "SEMANTIC MISS":
        return CacheUse.SEMANTIC_MISS;
      default: // BYPASS, DISABLED, DYNAMIC and the like: no cache was asked
        return CacheUse.NOT_REPORTED;
    }
  }
}
