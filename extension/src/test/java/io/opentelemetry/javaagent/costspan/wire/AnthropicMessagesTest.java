package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Recorded.MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnthropicMessagesTest {

  @Test
  void readsDocumentWithCachedTokensInsideTheInput() {
    ResponseReader reader = Recorded.read(MESSAGES, "anthropic-message.json");

    ResponseFacts facts = reader.facts();
    assertThat(reader.isComplete()).isTrue();
    assertThat(facts.id()).isEqualTo("msg_01XFDUDYJgAACzvnptvVoYEL");
    assertThat(facts.model()).isEqualTo("claude-sonnet-4-5-20250929");
    assertThat(facts.finishReasons()).containsExactly("end_turn");
    assertThat(facts.terms().serviceTier()).isEqualTo("priority");
    assertThat(facts.terms().speed()).isEqualTo("fast");
    assertThat(facts.terms().region()).isEqualTo("us");
    // 25 + 700 written + 3000 read = 3725
    assertThat(facts.usage())
        .hasToString(
            "measured INPUT=3725 OUTPUT=503 CACHE_READ=3000 CACHE_WRITE=700 CACHE_WRITE_1H=200"
                + " REASONING=400 WEB_SEARCHES=2");
  }

  @Test
  void ignoresCountsThatNoProviderCanMean() {
    ResponseReader reader = Recorded.readJson(
        MESSAGES,
        "{\"usage\":{\"input_tokens\":9223372036854775807,\"cache_read_input_tokens\":-1,"
            + "\"cache_creation_input_tokens\":9007199254740992,\"output_tokens\":2}}");

    assertThat(reader.facts().usage()).hasToString("partial OUTPUT=2");
  }

  @Test
  void readsStreamWithTheLastCountOfEachField() {
    ResponseReader reader = Recorded.read(MESSAGES, "anthropic-stream.sse");

    ResponseFacts facts = reader.facts();
    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.malformed()).isZero();
    assertThat(reader.chunks()).isEqualTo(3);
    assertThat(facts.id()).isEqualTo("msg_014p7gG3wDgGV9EUtLvnow3U");
    assertThat(facts.finishReasons()).containsExactly("tool_use");
    assertThat(facts.terms().serviceTier()).isEqualTo("standard");
    assertThat(facts.terms().region()).isEqualTo("global");
    // 472 + 100 written + 900 read = 1472; the placeholder output of 2 was replaced by 89
    assertThat(facts.usage())
        .hasToString("measured INPUT=1472 OUTPUT=89 CACHE_READ=900 CACHE_WRITE=100 CACHE_WRITE_1H=0"
            + " REASONING=12");
  }

  @Test
  void inputMayGrowWhileTheServerSearches() {
    ResponseFacts facts = Recorded.facts(MESSAGES, "anthropic-stream-web-search.sse");

    // 10682 + 100 + 900 = 11682: restated by the last event, not added to the first
    assertThat(facts.usage())
        .hasToString(
            "measured INPUT=11682 OUTPUT=510 CACHE_READ=900 CACHE_WRITE=100 CACHE_WRITE_1H=0"
                + " WEB_SEARCHES=1");
  }

  @Test
  void streamThatWasCutOffKnowsItsInputAndLeavesThePlaceholdersOut() {
    ResponseReader reader =
        Recorded.readAbandonedStream(MESSAGES, Recorded.firstEvents("anthropic-stream.sse", 5));

    assertThat(reader.isComplete()).isFalse();
    assertThat(reader.chunks()).isEqualTo(2);
    assertThat(reader.facts().finishReasons()).isEmpty();
    assertThat(reader.facts().usage())
        .hasToString("partial INPUT=1472 CACHE_READ=900 CACHE_WRITE=100 CACHE_WRITE_1H=0");
  }

  @Test
  void countsAreFinalWithTheStopReason() {
    ResponseReader reader =
        Recorded.readAbandonedStream(MESSAGES, Recorded.firstEvents("anthropic-stream.sse", 8));

    assertThat(reader.isComplete()).isFalse();
    assertThat(reader.facts().usage().status().value()).isEqualTo("measured");
  }

  @Test
  void countsOfAMessageDeltaWithoutAStopReasonAreNotFinal() {
    ResponseReader reader = Recorded.readAbandonedStream(
        MESSAGES,
        Recorded.firstEvents("anthropic-stream.sse", 6)
            + "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":null},"
            + "\"usage\":{\"output_tokens\":40}}\n\n");

    assertThat(reader.facts().usage())
        .hasToString(
            "partial INPUT=1472 OUTPUT=40 CACHE_READ=900 CACHE_WRITE=100 CACHE_WRITE_1H=0");
  }

  @Test
  void lostLastCountsAreNotMadeUpForByTheEndOfTheMessage() {
    ResponseReader reader = Recorded.readStream(
        MESSAGES,
        Recorded.text("anthropic-stream.sse")
            .replace("\"output_tokens\":89,", "\"output_tokens\":89,,"));

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.malformed()).isEqualTo(1);
    assertThat(reader.facts().usage())
        .hasToString("partial INPUT=1472 CACHE_READ=900 CACHE_WRITE=100 CACHE_WRITE_1H=0");
  }

  @Test
  void lostFirstCountsMakeTheLastOnesPartial() {
    ResponseReader reader = Recorded.readStream(
        MESSAGES, Recorded.text("anthropic-stream.sse").replaceFirst("\"message_start\",", ""));

    assertThat(reader.malformed()).isEqualTo(1);
    assertThat(reader.facts().usage()).hasToString("partial OUTPUT=89 REASONING=12");
  }

  @Test
  void nullCountsDoNotReplaceKnownOnes() {
    ResponseReader reader = Recorded.readStream(
        MESSAGES,
        Recorded.firstEvents("anthropic-stream.sse", 6)
            + "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},"
            + "\"usage\":{\"input_tokens\":null,\"cache_read_input_tokens\":null,"
            + "\"output_tokens\":40}}\n\n");

    assertThat(reader.facts().usage())
        .hasToString(
            "measured INPUT=1472 OUTPUT=40 CACHE_READ=900 CACHE_WRITE=100 CACHE_WRITE_1H=0");
  }

  @Test
  void errorEventCompletesTheStreamAndItsCountsArePartial() {
    ResponseReader reader = Recorded.read(MESSAGES, "anthropic-stream-error.sse");

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.facts().errorType()).isEqualTo("overloaded_error");
    assertThat(reader.facts().usage())
        .hasToString("partial INPUT=1472 CACHE_READ=900 CACHE_WRITE=100 CACHE_WRITE_1H=0");
  }

  @Test
  void errorDocumentTellsItsType() {
    ResponseReader reader = Recorded.read(MESSAGES, "anthropic-error-529.json");

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.facts().errorType()).isEqualTo("overloaded_error");
    assertThat(reader.facts().usage()).hasToString("absent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heartbeat",
        "ping",
        "message",
        "message_stop_now",
        "a_name_of_more_than_sixty_four_characters_which_no_protocol_would_ever_have"
      })
  void eventsThatSdksDoNotParseMayHaveAnyData(String name) {
    String events = Recorded.text("anthropic-stream.sse");
    ResponseReader reader = Recorded.readStream(
        MESSAGES,
        "event: " + name + "\ndata: not JSON\n\n" + "data: {\"type\":\"message_stop\"}\nevent: "
            + name + "\n\n" + events);

    assertThat(reader.malformed()).isZero();
    assertThat(reader.facts())
        .usingRecursiveComparison()
        .isEqualTo(Recorded.facts(MESSAGES, "anthropic-stream.sse"));
  }

  @Test
  void eventsOfTheProtocolMustBeJson() {
    ResponseReader reader = Recorded.readStream(
        MESSAGES,
        "event: content_block_stop\ndata: not JSON\n\n" + "event: message_delta\ndata: {\n\n"
            + Recorded.text("anthropic-stream.sse"));

    assertThat(reader.malformed()).isEqualTo(2);
  }

  @Test
  void errorEventIsAnErrorWhateverItsData() {
    for (String data :
        new String[] {"Overloaded", "{}", "{\"error\":\"boom\"}", "{\"error\":{}}"}) {
      ResponseReader reader =
          Recorded.readAbandonedStream(MESSAGES, "event: error\ndata: " + data + "\n\n");

      assertThat(reader.isComplete()).isTrue();
      assertThat(reader.malformed()).isZero();
      assertThat(reader.facts().errorType()).isEqualTo("_OTHER");
    }
  }

  @Test
  void errorDocumentOfAGatewayMayTellANumberOnly() {
    assertThat(Recorded.readJson(MESSAGES, "{\"error\":{\"code\":502,\"message\":\"boom\"}}")
            .facts()
            .errorType())
        .isEqualTo("502");
  }
}
