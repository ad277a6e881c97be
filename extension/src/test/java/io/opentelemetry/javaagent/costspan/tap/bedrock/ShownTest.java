package io.opentelemetry.javaagent.costspan.tap.bedrock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.model.CacheDetail;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseOutput;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.InvokeModelRequest;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.ResponseStream;
import software.amazon.awssdk.services.bedrockruntime.model.SystemContentBlock;

/** Of Converse what counts and nothing that was said; of the rest, the model's own body. */
class ShownTest {

  private static final Message SECRET =
      Message.builder().role("user").content(ContentBlock.fromText("secret")).build();

  @Test
  void aRequestIsItsParameters() {
    ConverseRequest request = ConverseRequest.builder()
        .modelId("amazon.nova-lite-v1:0")
        .messages(SECRET)
        .system(SystemContentBlock.fromText("secret"))
        .additionalModelRequestFields(Document.fromString("secret"))
        .requestMetadata(Map.of("who", "secret"))
        .inferenceConfig(config -> config.maxTokens(7).temperature(0.5f).stopSequences("a\"b\n"))
        .serviceTier(tier -> tier.type("flex"))
        .performanceConfig(performance -> performance.latency("optimized"))
        .build();

    assertThat(json(request))
        .isEqualTo("{\"inferenceConfig\":{\"maxTokens\":7,\"temperature\":0.5,"
            + "\"stopSequences\":[\"a\\\"b\\u000a\"]},\"performanceConfig\":{\"latency\":"
            + "\"optimized\"},\"serviceTier\":{\"type\":\"flex\"}}");
  }

  @Test
  void anAnswerIsItsUsage() {
    ConverseResponse response = ConverseResponse.builder()
        .output(ConverseOutput.fromMessage(SECRET))
        .stopReason("end_turn")
        .usage(usage -> usage
            .inputTokens(3)
            .outputTokens(4)
            .totalTokens(17)
            .cacheWriteInputTokens(10)
            .cacheDetails(CacheDetail.builder().ttl("1h").inputTokens(10).build()))
        .trace(trace -> trace
            .promptRouter(router -> router.invokedModelId("a/b"))
            .guardrail(guardrail -> guardrail.actionReason("secret").modelOutput("secret")))
        .build();

    assertThat(json(response))
        .isEqualTo("{\"stopReason\":\"end_turn\",\"usage\":{\"inputTokens\":3,\"outputTokens\":4,"
            + "\"totalTokens\":17,\"cacheWriteInputTokens\":10,\"cacheDetails\":[{\"ttl\":\"1h\","
            + "\"inputTokens\":10}]},\"trace\":{\"promptRouter\":{\"invokedModelId\":\"a/b\"}}}");
  }

  @Test
  void aPieceIsThereAndSaysNothing() {
    assertThat(json(ConverseStreamOutput.contentBlockDeltaBuilder()
            .contentBlockIndex(0)
            .delta(delta -> delta.text("secret"))
            .build()))
        .isEqualTo("{\"delta\":{}}");
    assertThat(json(ConverseStreamOutput.UNKNOWN)).isEqualTo("{}");
  }

  @Test
  void jsonHasNoInfinity() {
    ConverseRequest request = ConverseRequest.builder()
        .inferenceConfig(config -> config.temperature(Float.NaN))
        .build();

    assertThat(json(request))
        .isEqualTo("{\"inferenceConfig\":{\"temperature\":\"NaN\",\"stopSequences\":[]}}");
  }

  @Test
  void aModelsOwnBodyIsShownAsItIs() {
    SdkBytes body = SdkBytes.fromUtf8String("{\"a\":1}");

    assertThat(Shown.of(InvokeModelRequest.builder().body(body).build()))
        .isSameAs(body.asByteArrayUnsafe());
    assertThat(json(ResponseStream.chunkBuilder().bytes(body).build())).isEqualTo("{\"a\":1}");
    assertThat(json(InvokeModelRequest.builder().build())).isEmpty();
  }

  private static String json(SdkPojo message) {
    return new String(Shown.of(message), UTF_8);
  }
}
