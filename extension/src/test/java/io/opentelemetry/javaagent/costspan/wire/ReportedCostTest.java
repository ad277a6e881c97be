package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Recorded.CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.Usage;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportedCostTest {

  @ParameterizedTest
  @CsvSource({
    "0.0000123, 0.0000123",
    "1.23e-05, 0.0000123",
    "1.23E-5, 0.0000123",
    "0.1, 0.1",
    "2, 2",
    "0, 0",
    "0.000000000000000000000000000000123, 0.000000000000000000000000000000123",
  })
  void readsTheAmountExactly(String written, String usd) {
    assertThat(cost("\"cost\":" + written)).isEqualByComparingTo(usd);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e999999999",
        "1e-999999999",
        "1e99999999999999",
        "1e65",
        "-0.5",
        "1000000000",
        "0.11111111111111111111111111111111111111111111111111111111111111111",
        "null",
        "true",
        "\"0.5\"",
        "[0.5]",
        "{}",
        "{\"total\":0.5}",
      })
  void ignoresWhatIsNoAmount(String written) {
    assertThat(cost("\"cost\":" + written)).isNull();
  }

  @Test
  void readsTicksOfXAi() {
    assertThat(cost("\"cost_in_usd_ticks\":37756000")).isEqualByComparingTo("0.0037756");
    assertThat(cost("\"cost_in_usd_ticks\":-1")).isNull();
  }

  @Test
  void ticksOfAStreamAreCumulative() {
    Usage usage = Recorded.readStream(CHAT, """
        data: {"choices":[{"index":0}],"usage":{"prompt_tokens":9,"completion_tokens":1,"cost_in_usd_ticks":20000}}

        data: {"choices":[{"index":0,"finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":5,"cost_in_usd_ticks":50000}}

        """).facts().usage();

    assertThat(usage.reportedUsd()).isEqualByComparingTo("0.000005");
  }

  @Test
  void readsTotalOfPerplexity() {
    assertThat(cost(
            "\"cost\":{\"input_tokens_cost\":0.1,\"request_cost\":0.005,\"total_cost\":0.006}"))
        .isEqualByComparingTo("0.006");
  }

  @Test
  void addsWhatTheProviderBehindOpenRouterBillsToOnesOwnKey() {
    String upstream = "\"cost_details\":{\"upstream_inference_cost\":0.02}";

    assertThat(cost("\"cost\":0.001,\"is_byok\":true," + upstream)).isEqualByComparingTo("0.021");
    assertThat(cost("\"cost\":0.001,\"is_byok\":false," + upstream)).isEqualByComparingTo("0.001");
    assertThat(cost("\"cost\":0.001," + upstream)).isEqualByComparingTo("0.001");
    assertThat(cost("\"is_byok\":true,\"cost\":0.001,"
            + "\"cost_details\":{\"upstream_inference_cost\":null}"))
        .isNull();
    assertThat(cost("\"is_byok\":true,\"cost\":0.001")).isNull();
    assertThat(cost("\"is_byok\":true," + upstream)).isNull();
  }

  @Test
  void amountOfAUsageThatWasCutOffIsNone() {
    ResponseReader reader = Recorded.readJson(CHAT, "{\"usage\":{\"cost\":0.5,\"prompt_tokens\":1");

    assertThat(reader.facts().usage().reportedUsd()).isNull();
  }

  private static BigDecimal cost(String fields) {
    Usage usage = Recorded.readJson(
            CHAT, "{\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2," + fields + "}}")
        .facts()
        .usage();
    assertThat(usage).hasToString("measured INPUT=1 OUTPUT=2");
    return usage.reportedUsd();
  }
}
