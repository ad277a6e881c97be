package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Recorded.MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.ModelRun;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnthropicIterationsTest {

  private static final String MESSAGE =
      "{\"type\":\"message\",\"input_tokens\":10,\"output_tokens\":20}";

  @Test
  void totalsAreTheSumOverTheRuns() {
    Usage usage = Recorded.facts(MESSAGES, "anthropic-compaction.json").usage();

    // The top level tells 45 and 1234 only. 180000 + 45 + 10 = 180055; 3500 + 1234 + 20 = 4754
    assertThat(usage).hasToString("measured INPUT=180055 OUTPUT=4754");
    assertThat(runs(usage))
        .containsExactly(
            "null measured INPUT=180000 OUTPUT=3500",
            "null measured INPUT=45 OUTPUT=1234",
            "claude-opus-4-6 measured INPUT=10 OUTPUT=20");
  }

  @Test
  void cachedTokensOfARunAreInsideItsInput() {
    Usage usage = usage("""
        {"type":"compaction","input_tokens":100,"cache_read_input_tokens":1000,
        "cache_creation_input_tokens":500,"cache_creation":{"ephemeral_5m_input_tokens":300,
        "ephemeral_1h_input_tokens":200},"output_tokens":70,
        "output_tokens_details":{"thinking_tokens":30}},
        {"type":"message","input_tokens":5,"cache_read_input_tokens":50,"output_tokens":7}
        """);

    // 100 + 1000 + 500 = 1600; 5 + 50 = 55
    assertThat(runs(usage))
        .containsExactly(
            "null measured INPUT=1600 OUTPUT=70 CACHE_READ=1000 CACHE_WRITE=500"
                + " CACHE_WRITE_1H=200 REASONING=30",
            "null measured INPUT=55 OUTPUT=7 CACHE_READ=50");
    assertThat(usage)
        .hasToString("measured INPUT=1655 OUTPUT=77 CACHE_READ=1050 CACHE_WRITE=500"
            + " CACHE_WRITE_1H=200 REASONING=30 WEB_SEARCHES=3");
  }

  @Test
  void runOfAnUnknownTypeIsBilledToo() {
    assertThat(usage(MESSAGE + ",{\"type\":\"x\",\"input_tokens\":1,\"output_tokens\":2}"))
        .hasToString("measured INPUT=11 OUTPUT=22 WEB_SEARCHES=3");
  }

  @Test
  void runWithoutCountsMakesTheSumUnknown() {
    Usage usage = usage(MESSAGE + ",{\"type\":\"x\"},{\"input_tokens\":1},{\"output_tokens\":-1}");

    assertThat(usage.runs()).isEmpty();
    assertThat(usage)
        .hasToString("measured INPUT=1 OUTPUT=2 WEB_SEARCHES=3 SEPARATELY_BILLED_RUNS=3");
  }

  @Test
  void keepsAtMost64Runs() {
    Usage most = usage(MESSAGE + ("," + MESSAGE).repeat(63));
    Usage tooMany = usage(MESSAGE + ("," + MESSAGE).repeat(99));

    assertThat(most.runs()).hasSize(64);
    assertThat(most).hasToString("measured INPUT=640 OUTPUT=1280 WEB_SEARCHES=3");
    assertThat(tooMany.runs()).isEmpty();
    assertThat(tooMany)
        .hasToString("measured INPUT=1 OUTPUT=2 WEB_SEARCHES=3 SEPARATELY_BILLED_RUNS=36");
  }

  @Test
  void sumOfTheLargestCountsStaysPositive() {
    String largest = "{\"input_tokens\":9007199254740991,\"output_tokens\":9007199254740991,"
        + "\"cache_read_input_tokens\":9007199254740991,"
        + "\"cache_creation_input_tokens\":9007199254740991}";

    Usage usage = usage(largest + ("," + largest).repeat(63));

    // 64 × 3 × (2^53 - 1)
    assertThat(usage.toString()).startsWith("measured INPUT=1729382256910270272 ");
    assertThat(usage.leaves().isConsistent()).isTrue();
  }

  @Test
  void emptyListSaysNothing() {
    assertThat(usage("")).hasToString("measured INPUT=1 OUTPUT=2 WEB_SEARCHES=3");
    assertThat(usage("").runs()).isEmpty();
  }

  @Test
  void lastListOfAStreamIsRightAsAWhole() {
    String started = Recorded.firstEvents("anthropic-stream.sse", 6);
    String first = delta("null", "{\"input_tokens\":9,\"output_tokens\":9},{\"type\":\"x\"}");
    String last = delta("\"end_turn\"", MESSAGE + "," + MESSAGE);

    Usage usage =
        Recorded.readAbandonedStream(MESSAGES, started + first + last).facts().usage();

    assertThat(usage).hasToString("measured INPUT=20 OUTPUT=40");
    assertThat(usage.runs()).hasSize(2);
  }

  @Test
  void runsOfAStreamThatWasCutOffArePartial() {
    String started = Recorded.firstEvents("anthropic-stream.sse", 6);

    Usage usage = Recorded.readAbandonedStream(MESSAGES, started + delta("null", MESSAGE))
        .facts()
        .usage();

    assertThat(usage).hasToString("partial INPUT=10 OUTPUT=20");
    assertThat(runs(usage)).containsExactly("null partial INPUT=10 OUTPUT=20");
  }

  private static String delta(String stopReason, String iterations) {
    return "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":" + stopReason
        + "},\"usage\":{\"output_tokens\":40,\"iterations\":[" + iterations + "]}}\n\n";
  }

  private static Usage usage(String iterations) {
    return Recorded.readJson(
            MESSAGES,
            "{\"usage\":{\"input_tokens\":1,\"output_tokens\":2,"
                + "\"server_tool_use\":{\"web_search_requests\":3},\"iterations\":["
                + iterations + "]}}")
        .facts()
        .usage();
  }

  private static List<String> runs(Usage usage) {
    return usage.runs().stream().map(AnthropicIterationsTest::told).collect(Collectors.toList());
  }

  private static String told(ModelRun run) {
    return run.model() + " " + run.usage();
  }
}
