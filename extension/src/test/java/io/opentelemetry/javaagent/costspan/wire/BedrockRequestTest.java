package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import io.opentelemetry.javaagent.costspan.usage.RequestParameter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request to Bedrock says in its path, its body and in the head of its answer. */
class BedrockRequestTest {

  @ParameterizedTest
  @CsvSource({
    "model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse,"
        + " us.anthropic.claude-sonnet-4-5-20250929-v1:0, false",
    "/model/amazon.nova-lite-v1:0/converse-stream, amazon.nova-lite-v1:0, true",
    "model/arn:aws:bedrock:us-east-1:123456789012:inference-profile%2Fus.meta.llama3/invoke,"
        + " arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.meta.llama3, false",
    "model/a%zz/invoke-with-response-stream, a%zz, true",
  })
  void theModelAndWhetherToStreamStandInThePath(String path, String model, boolean stream) {
    RequestFacts facts = WireFormats.recognise("POST", path).requestReader(path).facts();

    assertThat(facts.model()).isEqualTo(model);
    assertThat(facts.isStreaming()).isEqualTo(stream);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{\"max_tokens\":7}`",
        "`{\"max_gen_len\":7}`",
        "`{\"textGenerationConfig\":{\"maxTokenCount\":7}}`",
        "`{\"inferenceConfig\":{\"max_new_tokens\":7}}`",
        "`{\"inferenceConfig\":{\"maxTokens\":7}}`"
      })
  void everyFamilyHasItsOwnNameForTheLimit(String json) {
    RequestReader reader = BedrockInvoke.FORMAT.requestReader("model/m/invoke");
    reader.feed(json.getBytes(UTF_8), 0, json.length());

    assertThat(reader.facts().parameters()).isEqualTo(Map.of(RequestParameter.MAX_TOKENS, 7L));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{\"outputs\":[{\"text\":\"x\",\"stop_reason\":\"stop\"}]}`, 12, 5,"
            + " measured INPUT=12 OUTPUT=5",
        "`{\"usage\":{\"input_tokens\":3,\"output_tokens\":4}}`, 12, 5, measured INPUT=3 OUTPUT=4",
        "`{\"embeddings\":[[0.1]]}`, 12, ``, measured INPUT=12",
        "`{\"outputs\":[]}`, 12.5, 5, absent",
        "`{\"outputs\":[]}`, -1, many, absent",
        "`{\"outputs\":[]}`, 1e99, 9999999999999999999, absent",
      })
  void theHeadCountsWhatTheBodyDoesNot(String json, String input, String output, String expected) {
    ResponseReader reader = BedrockInvoke.FORMAT.responseReader(false);
    reader.head(name -> switch (name) {
      case "X-Amzn-Bedrock-Input-Token-Count" -> input;
      case "X-Amzn-Bedrock-Output-Token-Count" -> output.isEmpty() ? null : output;
      default -> null;
    });
    reader.feed(json.getBytes(UTF_8), 0, json.length());
    reader.endOfInput();

    assertThat(reader.facts().usage().toString()).startsWith(expected);
  }

  @Test
  void embeddingsAreToldByTheModelsName() {
    assertThat(BedrockInvoke.FORMAT.operationAt("model/amazon.titan-embed-text-v2:0/invoke"))
        .isEqualTo("embeddings");
    assertThat(BedrockInvoke.FORMAT.operationAt("model/meta.llama3/invoke")).isEqualTo("chat");
  }
}
