package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.CHOICE_COUNT;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.ENCODING_FORMATS;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.FREQUENCY_PENALTY;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.MAX_TOKENS;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.PRESENCE_PENALTY;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.SEED;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.STOP_SEQUENCES;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.TEMPERATURE;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.TOP_K;
import static io.opentelemetry.javaagent.costspan.usage.RequestParameter.TOP_P;
import static io.opentelemetry.javaagent.costspan.wire.Recorded.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonRequestReaderTest {

  @Test
  void readsOpenAiChatRequest() {
    RequestFacts facts = request(Recorded.text("openai-chat-request.json"));

    assertThat(facts.model()).isEqualTo("gpt-4.1-mini");
    assertThat(facts.serviceTier()).isEqualTo("flex");
    assertThat(facts.isStreaming()).isTrue();
    assertThat(facts.conversationId()).isNull();
    assertThat(facts.parameters())
        .hasSize(8)
        .containsEntry(MAX_TOKENS, 512L)
        .containsEntry(TEMPERATURE, 0.2)
        .containsEntry(TOP_P, 1.0)
        .containsEntry(FREQUENCY_PENALTY, -0.5)
        .containsEntry(PRESENCE_PENALTY, 0.25)
        .containsEntry(SEED, -42L)
        .containsEntry(CHOICE_COUNT, 2L);
    assertThat(stopSequences(facts)).containsExactly("###", "END");
  }

  @Test
  void readsAnthropicRequest() {
    RequestFacts facts = request(Recorded.text("anthropic-request.json"));

    assertThat(facts.model()).isEqualTo("claude-sonnet-4-5");
    assertThat(facts.serviceTier()).isEqualTo("auto");
    assertThat(facts.isStreaming()).isFalse();
    assertThat(facts.parameters())
        .hasSize(5)
        .containsEntry(MAX_TOKENS, 1024L)
        .containsEntry(TEMPERATURE, 1.0)
        .containsEntry(TOP_K, 40.0)
        .containsEntry(TOP_P, 0.7);
    assertThat(stopSequences(facts)).containsExactly("\n\nHuman:");
  }

  @Test
  void readsResponsesRequest() {
    RequestFacts facts =
        request("{\"max_output_tokens\":99,\"input\":\"x\",\"conversation\":\"conv_1\"}");

    assertThat(facts.conversationId()).isEqualTo("conv_1");
    assertThat(facts.parameters()).containsOnlyKeys(MAX_TOKENS).containsEntry(MAX_TOKENS, 99L);
  }

  @Test
  void conversationMayBeAnObject() {
    assertThat(request("{\"conversation\":{\"x\":1,\"id\":\"conv_2\"}}").conversationId())
        .isEqualTo("conv_2");
    assertThat(request("{\"conversation\":null}").conversationId()).isNull();
    assertThat(request("{\"conversation\":[\"conv_3\"]}").conversationId()).isNull();
  }

  @Test
  void readsEncodingFormat() {
    RequestFacts facts = request("{\"input\":[1,2],\"encoding_format\":\"base64\"}");

    assertThat((String[]) facts.parameters().get(ENCODING_FORMATS)).containsExactly("base64");
  }

  @Test
  void stopMayBeOneText() {
    assertThat(stopSequences(request("{\"stop\":\"END\"}"))).containsExactly("END");
    assertThat(stopSequences(request("{\"stop\":[\"a\",\"b\"],\"stop\":\"c\"}")))
        .containsExactly("c");
    assertThat(request("{\"stop\":null}").parameters()).isEmpty();
    assertThat(request("{\"stop\":[]}").parameters()).isEmpty();
  }

  @Test
  void keepsAtMost16StopSequences() {
    String stops =
        IntStream.range(0, 100).mapToObj(i -> "\"s" + i + "\"").collect(Collectors.joining(","));

    assertThat(stopSequences(request("{\"stop\":[" + stops + "]}"))).hasSize(16).endsWith("s15");
  }

  @Test
  void onlyTrueStreams() {
    assertThat(request("{\"stream\" : true}").isStreaming()).isTrue();
    assertThat(request("{\"stream\":\"true\"}").isStreaming()).isFalse();
    assertThat(request("{\"stream\":1}").isStreaming()).isFalse();
    assertThat(request("{\"stream\":null}").isStreaming()).isFalse();
  }

  @Test
  void ignoresValuesOfTheWrongType() {
    RequestFacts facts =
        request("{\"model\":17,\"max_tokens\":\"5\",\"n\":-1,\"seed\":1.5,\"temperature\":\"0.1\","
            + "\"top_p\":1e999,\"top_k\":{\"a\":1},\"service_tier\":[\"flex\"]}");

    assertThat(facts.model()).isNull();
    assertThat(facts.serviceTier()).isNull();
    assertThat(facts.parameters()).isEmpty();
  }

  @Test
  void ignoresTextsThatAreTooLongToBeKeptWhole() {
    RequestFacts facts = request("{\"model\":\"" + "m".repeat(257) + "\",\"service_tier\":\""
        + "t".repeat(5000) + "\",\"seed\":7}");

    assertThat(facts.model()).isNull();
    assertThat(facts.serviceTier()).isNull();
    assertThat(facts.parameters()).containsOnlyKeys(SEED);
    assertThat(request("{\"model\":\"" + "m".repeat(256) + "\"}").model())
        .isEqualTo("m".repeat(256));
  }

  @Test
  void keepsIdsOfConversationsWholeOrNotAtAll() {
    assertThat(request("{\"conversation\":\"" + "c".repeat(1024) + "\"}").conversationId())
        .isEqualTo("c".repeat(1024));
    assertThat(
            request("{\"conversation\":{\"id\":\"" + "c".repeat(1025) + "\"}}").conversationId())
        .isNull();
  }

  @Test
  void cutsLongStopSequencesOff() {
    String stop = "s".repeat(5000);

    assertThat(stopSequences(request("{\"stop\":\"" + stop + "\"}")))
        .containsExactly("s".repeat(256));
    assertThat(stopSequences(request("{\"stop\":[\"" + stop + "\",\"b\"]}")))
        .containsExactly("s".repeat(256), "b");
  }

  @Test
  void lastOfTwoEqualKeysWins() {
    RequestFacts facts = request("{\"model\":\"a\",\"stop\":[\"x\",\"y\"],\"stream\":true,"
        + "\"model\":\"b\",\"stop\":[\"z\"],\"stream\":false}");

    assertThat(facts.model()).isEqualTo("b");
    assertThat(facts.isStreaming()).isFalse();
    assertThat(stopSequences(facts)).containsExactly("z");
  }

  @Test
  void tellsWhatItReadBeforeTheBodyBroke() {
    RequestFacts facts = request("{\"model\":\"a\",\"stream\":true,]\"service_tier\":\"flex\"}");

    assertThat(facts.model()).isEqualTo("a");
    assertThat(facts.isStreaming()).isTrue();
    assertThat(facts.serviceTier()).isNull();
  }

  @Test
  void readsABodyByteByByte() {
    RequestReader reader = Recorded.MESSAGES.requestReader("");
    for (byte b : Recorded.text("openai-chat-request.json").getBytes(UTF_8)) {
      reader.feed(new byte[] {0, b, 0}, 1, 1);
    }

    assertThat(reader.facts())
        .usingRecursiveComparison()
        .isEqualTo(request(Recorded.text("openai-chat-request.json")));
  }

  private static String[] stopSequences(RequestFacts facts) {
    return (String[]) facts.parameters().get(STOP_SEQUENCES);
  }
}
