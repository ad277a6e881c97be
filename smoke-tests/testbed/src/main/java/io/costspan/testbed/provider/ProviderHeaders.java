package io.costspan.testbed.provider;

import com.sun.net.httpserver.Headers;

/** The headers the real providers put on every answer, with values that do not change. */
final class ProviderHeaders {
  private ProviderHeaders() {}

  static void add(Headers headers, Protocol protocol) {
    if (protocol.isAnthropic()) {
      headers.add("request-id", "req_00000001");
      headers.add("anthropic-organization-id", "11111111-2222-3333-4444-555555555555");
      headers.add("anthropic-ratelimit-requests-limit", "4000");
      headers.add("anthropic-ratelimit-requests-remaining", "3999");
      headers.add("anthropic-ratelimit-tokens-remaining", "2000000");
    } else {
      headers.add("x-request-id", "req_00000001");
      headers.add("openai-organization", "smoke-test");
      headers.add("openai-processing-ms", "12");
      headers.add("openai-version", "2020-10-01");
      headers.add("x-ratelimit-limit-requests", "10000");
      headers.add("x-ratelimit-remaining-requests", "9999");
      headers.add("x-ratelimit-remaining-tokens", "9999980");
    }
  }
}
