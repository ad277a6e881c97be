package io.costspan.testbed.provider;

import com.sun.net.httpserver.Headers;

/** What Bedrock itself says of an invocation, whatever the model says. */
final class Invocation {
  private Invocation() {}

  /** The last member of the last chunk of a stream. */
  static String metrics(Tokens tokens) {
    return """
        ,"amazon-bedrock-invocationMetrics":{"inputTokenCount":%d,"outputTokenCount":%d,\
        "invocationLatency":530,"firstByteLatency":122,"cacheReadInputTokenCount":%d,\
        "cacheWriteInputTokenCount":%d}""".formatted(
            tokens.uncachedInput(), tokens.output(), tokens.cacheRead(), tokens.cacheWrite());
  }

  static void addCounts(Tokens tokens, Headers headers) {
    headers.add("X-Amzn-Bedrock-Input-Token-Count", Long.toString(tokens.uncachedInput()));
    headers.add("X-Amzn-Bedrock-Output-Token-Count", Long.toString(tokens.output()));
    headers.add("X-Amzn-Bedrock-Invocation-Latency", "530");
  }
}
