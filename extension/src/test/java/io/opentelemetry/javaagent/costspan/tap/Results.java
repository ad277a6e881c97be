package io.opentelemetry.javaagent.costspan.tap;

/** The results of a batch at Anthropic, which general clients know by a header. */
public final class Results {

  public static final String PATH = "/v1/messages/batches/msgbatch_1/results";

  public static final String OF_ANTHROPIC =
      "{\"custom_id\":\"a\",\"result\":{\"type\":\"succeeded\",\"message\":{\"id\":\"msg_1\","
          + "\"model\":\"claude-sonnet-4-5-20250929\",\"stop_reason\":\"end_turn\","
          + "\"usage\":{\"input_tokens\":1000,\"output_tokens\":100}}}}\n"
          + "{\"custom_id\":\"b\",\"result\":{\"type\":\"expired\"}}\n";

  /** (1,000 × 1.50 + 100 × 7.50) / 1e6 */
  public static final double USD = 0.00225;

  private Results() {}
}
