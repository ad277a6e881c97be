package io.opentelemetry.javaagent.costspan.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Bedrock says beside its bodies: in paths and heads. */
class BedrockTest {

  private static final WireFormat CONVERSE = WireFormats.named("bedrock.converse");
  private static final WireFormat INVOKE = WireFormats.named("bedrock.invoke");

  @ParameterizedTest
  @CsvSource({
    "model/amazon.nova-lite-v1:0/converse, amazon.nova-lite-v1:0, false",
    "/model/amazon.nova-lite-v1%3A0/invoke, amazon.nova-lite-v1:0, false",
    "/model/us.anthropic.claude-9-v1:0/converse-stream, us.anthropic.claude-9-v1:0, true",
    "/model/a%2Bb+c/invoke-with-response-stream, a+b+c, true",
    "/model/50%/converse, 50%, false",
    "/prefix/model/arn:aws:bedrock:us-east-1:1:inference-profile%2Fus.x/invoke,"
        + " arn:aws:bedrock:us-east-1:1:inference-profile/us.x, false",
  })
  void pathNamesTheModelAndTheStream(String path, String model, boolean streaming) {
    RequestFacts facts = WireFormats.recognise("POST", path).requestReader(path).facts();

    assertThat(facts.model()).isEqualTo(model);
    assertThat(facts.isStreaming()).isEqualTo(streaming);
  }

  @Test
  void pathWithoutAModelNamesNone() {
    for (String path : new String[] {"", "/", "converse", "/converse"}) {
      assertThat(CONVERSE.requestReader(path).facts().model()).isNull();
    }
  }

  @Test
  void headNamesTierAndSpeed() {
    ResponseFacts facts = read(
        INVOKE,
        Map.of(
            "x-amzn-bedrock-service-tier", "flex",
            "x-amzn-bedrock-performanceconfig-latency", "optimized"),
        "{}");

    assertThat(facts.terms().serviceTier()).isEqualTo("flex");
    assertThat(facts.terms().speed()).isEqualTo("optimized");
  }

  @ParameterizedTest
  @CsvSource({
    "ThrottlingException, ThrottlingException",
    "ValidationException:http://internal.amazon.com/coral/com.amazon.bedrock/, ValidationException",
  })
  void headNamesTheError(String header, String errorType) {
    for (WireFormat format : new WireFormat[] {CONVERSE, INVOKE}) {
      assertThat(read(format, Map.of("x-amzn-errortype", header), "{\"message\":\"No.\"}")
              .errorType())
          .isEqualTo(errorType);
    }
  }

  @Test
  void streamThatBreaksOffSaysWhy() {
    ResponseFacts facts = Recorded.readStream(CONVERSE, """
        {"contentBlockIndex":0,"delta":{"text":"Blue"}}
        {"error":{"code":"modelStreamErrorException"}}
        """).facts();

    assertThat(facts.errorType()).isEqualTo("modelStreamErrorException");
  }

  @Test
  void streamEndsWithItsMetadataEvenWithoutUsage() {
    assertThat(
            Recorded.readStream(CONVERSE, "{\"metrics\":{\"latencyMs\":700}}\n").isComplete())
        .isTrue();
  }

  @Test
  void routerSaysWhichModelItChose() {
    String arn = "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-9-v1:0";
    String trace = "{\"trace\":{\"promptRouter\":{\"invokedModelId\":\"" + arn + "\"}}}";

    assertThat(Recorded.readJson(CONVERSE, trace).facts().model()).isEqualTo(arn);
  }

  private static ResponseFacts read(WireFormat format, Map<String, String> headers, String json) {
    Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    ResponseReader reader = format.responseReader(false);
    reader.head(byName::get);
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    reader.feed(body, 0, body.length);
    reader.endOfInput();
    return reader.facts();
  }
}
