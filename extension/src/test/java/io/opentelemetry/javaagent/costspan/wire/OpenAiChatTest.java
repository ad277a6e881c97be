package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Recorded.CHAT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import io.opentelemetry.javaagent.costspan.usage.UsageStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiChatTest {

  @Test
  void readsDocument() {
    ResponseReader reader = Recorded.read(CHAT, "openai-chat.json");

    ResponseFacts facts = reader.facts();
    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.malformed()).isZero();
    assertThat(reader.modelSoFar()).isEqualTo("gpt-4.1-mini-2025-04-14");
    assertThat(facts.id()).isEqualTo("chatcmpl-CkzXw1r0m7Vt3y2nQeUo8sPqLbA4d");
    assertThat(facts.model()).isEqualTo("gpt-4.1-mini-2025-04-14");
    assertThat(facts.finishReasons()).containsExactly("stop");
    assertThat(facts.terms().serviceTier()).isEqualTo("default");
    assertThat(facts.errorType()).isNull();
    assertThat(facts.usage())
        .hasToString("measured INPUT=2006 OUTPUT=300 TOTAL=2306 CACHE_READ=1920 REASONING=192"
            + " AUDIO_INPUT=0 AUDIO_OUTPUT=0");
  }

  @Test
  void readsCacheWritesAudioAndOneReasonPerChoice() {
    ResponseFacts facts = Recorded.facts(CHAT, "openai-chat-tools.json");

    assertThat(facts.finishReasons()).containsExactly("tool_calls", "length");
    assertThat(facts.terms().serviceTier()).isEqualTo("priority");
    assertThat(facts.usage())
        .hasToString(
            "measured INPUT=5120 OUTPUT=64 TOTAL=5184 CACHE_READ=1024 CACHE_WRITE=4000 REASONING=0"
                + " AUDIO_INPUT=12 IMAGE_INPUT=0 AUDIO_OUTPUT=7");
  }

  @Test
  void readsStreamWhoseUsageWasAskedFor() {
    ResponseReader reader = Recorded.read(CHAT, "openai-chat-stream.sse");

    ResponseFacts facts = reader.facts();
    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.malformed()).isZero();
    assertThat(reader.chunks()).isEqualTo(7); // the role, five pieces of text, the finish reason
    assertThat(facts.id()).isEqualTo("chatcmpl-CkzZ1vHnq8LmRw4u0TyPaSeXoB3Kj");
    assertThat(facts.model()).isEqualTo("gpt-4o-2024-08-06");
    assertThat(facts.terms().serviceTier()).isEqualTo("default");
    assertThat(facts.finishReasons()).containsExactly("stop");
    assertThat(facts.usage())
        .hasToString("measured INPUT=19 OUTPUT=10 TOTAL=29 CACHE_READ=0 REASONING=0 AUDIO_INPUT=0"
            + " AUDIO_OUTPUT=0");
  }

  @Test
  void streamWhoseUsageWasNotAskedForHasNone() {
    ResponseReader reader = Recorded.read(CHAT, "openai-chat-stream-without-usage.sse");

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.facts().finishReasons()).containsExactly("stop");
    assertThat(reader.facts().usage()).hasToString("absent");
  }

  @Test
  void streamThatWasCutOffHasNoUsageAndIsNotComplete() {
    ResponseReader reader =
        Recorded.readAbandonedStream(CHAT, Recorded.firstEvents("openai-chat-stream.sse", 4));

    assertThat(reader.isComplete()).isFalse();
    assertThat(reader.chunks()).isEqualTo(4);
    assertThat(reader.modelSoFar()).isEqualTo("gpt-4o-2024-08-06");
    assertThat(reader.facts().usage().status()).isEqualTo(UsageStatus.ABSENT);
  }

  @Test
  void usageIsFinalBeforeDone() {
    ResponseReader reader =
        Recorded.readAbandonedStream(CHAT, Recorded.firstEvents("openai-chat-stream.sse", 8));

    assertThat(reader.isComplete()).isFalse();
    assertThat(reader.facts().usage().status()).isEqualTo(UsageStatus.MEASURED);
  }

  @Test
  void doneCompletesWithoutItsLineBreaks() {
    ResponseReader reader = Recorded.readAbandonedStream(
        CHAT, Recorded.firstEvents("openai-chat-stream.sse", 8) + "data: [DONE]");

    assertThat(reader.isComplete()).isTrue();
  }

  @Test
  void nothingAfterDoneChangesTheFacts() {
    ResponseReader reader = Recorded.readStream(
        CHAT,
        Recorded.text("openai-chat-stream.sse")
            + "data: {\"id\":\"late\",\"choices\":[{}],\"usage\":{\"prompt_tokens\":1}}\n\n"
            + "data: {broken\n\n");

    assertThat(reader.facts()).usingRecursiveComparison().isEqualTo(streamed());
    assertThat(reader.chunks()).isEqualTo(7);
    assertThat(reader.malformed()).isZero();
  }

  @Test
  void readsAzureStreamWithCrlfAndAnEmptyModelInItsFirstEvent() {
    ResponseReader reader =
        Recorded.readStream(CHAT, Recorded.text("azure-chat-stream.sse").replace("\n", "\r\n"));

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.facts().id()).isEqualTo("chatcmpl-CkzZ1vHnq8LmRw4u0TyPaSeXoB3Kj");
    assertThat(reader.facts().model()).isEqualTo("gpt-4o-2024-11-20");
    assertThat(reader.facts().terms().serviceTier()).isNull();
    assertThat(reader.facts().usage().status()).isEqualTo(UsageStatus.MEASURED);
    assertThat(reader.chunks()).isEqualTo(7);
  }

  @Test
  void streamReportsReasonsInTheOrderOfTheirArrival() {
    ResponseFacts facts = Recorded.facts(CHAT, "openai-chat-stream-two-choices.sse");

    assertThat(facts.finishReasons()).containsExactly("length", "stop");
  }

  @Test
  void reasonThatIsRepeatedCountsOnce() {
    ResponseReader reader = Recorded.readStream(CHAT, """
            data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

            data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":4}}

            """);

    assertThat(reader.facts().finishReasons()).containsExactly("stop");
    assertThat(reader.facts().usage()).hasToString("measured INPUT=3 OUTPUT=4");
  }

  @Test
  void choicesWithoutAnIndexAreToldApartByPosition() {
    ResponseReader reader = Recorded.readJson(
        CHAT, "{\"choices\":[{\"finish_reason\":\"a\"},{},{\"finish_reason\":\"b\"}]}");

    assertThat(reader.facts().finishReasons()).containsExactly("a", "b");
  }

  @Test
  void keepsAtMost128Reasons() {
    String choice = "{\"finish_reason\":\"stop\"},";
    ResponseReader reader =
        Recorded.readJson(CHAT, "{\"choices\":[" + choice.repeat(500) + "{}],\"id\":\"x\"}");

    assertThat(reader.facts().finishReasons()).hasSize(128);
    assertThat(reader.facts().id()).isEqualTo("x");
  }

  @Test
  void runningUsageIsPartialUntilAChoiceEnded() {
    String first = """
        data: {"choices":[{"index":0,"delta":{"content":"a"}}],"usage":{"prompt_tokens":9,"completion_tokens":1,"total_tokens":10}}

        """;
    String last = """
        data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":5,"total_tokens":14}}

        """;

    assertThat(Recorded.readStream(CHAT, first).facts().usage())
        .hasToString("partial INPUT=9 OUTPUT=1 TOTAL=10");
    assertThat(Recorded.readStream(CHAT, first + last).facts().usage())
        .hasToString("measured INPUT=9 OUTPUT=5 TOTAL=14");
  }

  @Test
  void runningUsageIsPartialUntilEveryChoiceEnded() {
    String both = running("{\"index\":0},{\"index\":1}", 2);
    String firstEnds = running("{\"index\":0,\"finish_reason\":\"stop\"}", 5);
    String second = running("{\"index\":1}", 6);
    String secondEnds = running("{\"index\":1,\"finish_reason\":\"length\"}", 9);

    assertThat(Recorded.readStream(CHAT, both + firstEnds).facts().usage())
        .hasToString("partial INPUT=9 OUTPUT=5");
    assertThat(Recorded.readStream(CHAT, both + firstEnds + second).facts().usage())
        .hasToString("partial INPUT=9 OUTPUT=6");
    assertThat(Recorded.readStream(CHAT, both + firstEnds + second + secondEnds)
            .facts()
            .usage())
        .hasToString("measured INPUT=9 OUTPUT=9");
  }

  @Test
  void choiceThatBeginsAfterTheOthersEndedMakesTheirUsagePartialAgain() {
    String firstEnds = running("{\"index\":0,\"finish_reason\":\"stop\"}", 5);
    String second = "data: {\"choices\":[{\"index\":1}]}\n\n";
    String secondEnds = running("{\"index\":1,\"finish_reason\":\"stop\"}", 9);

    assertThat(Recorded.readStream(CHAT, firstEnds).facts().usage())
        .hasToString("measured INPUT=9 OUTPUT=5");
    assertThat(Recorded.readStream(CHAT, firstEnds + second).facts().usage())
        .hasToString("partial INPUT=9 OUTPUT=5");
    assertThat(
            Recorded.readStream(CHAT, firstEnds + second + secondEnds).facts().usage())
        .hasToString("measured INPUT=9 OUTPUT=9");
  }

  @Test
  void addsHiddenReasoningThatOnlyTheTotalTellsOf() {
    // 20 + 7 = 27 of 100: Gemini's compatible endpoint hides 73 tokens of reasoning.
    ResponseReader reader = Recorded.readJson(
        CHAT, "{\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":7,\"total_tokens\":100}}");

    assertThat(reader.facts().usage())
        .hasToString("measured INPUT=20 OUTPUT=80 TOTAL=100 REASONING=73");
  }

  @Test
  void doesNotCountReasoningTwiceThatStandsBesideTheOutput() {
    // xAI: 10 + 5 + 85 of reasoning = 100.
    ResponseReader reader = Recorded.readJson(
        CHAT,
        "{\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5,\"total_tokens\":100,"
            + "\"completion_tokens_details\":{\"reasoning_tokens\":85}}}");

    assertThat(reader.facts().usage())
        .hasToString("measured INPUT=10 OUTPUT=90 TOTAL=100 REASONING=85");
  }

  @Test
  void leavesCountsAloneWhoseTotalIsTooSmall() {
    ResponseReader reader = Recorded.readJson(
        CHAT, "{\"usage\":{\"prompt_tokens\":10,\"completion_tokens\":5,\"total_tokens\":12}}");

    assertThat(reader.facts().usage()).hasToString("measured INPUT=10 OUTPUT=5 TOTAL=12");
  }

  @Test
  void usageWithoutATotalOfItsOwnIsPartial() {
    ResponseReader reader = Recorded.readJson(CHAT, "{\"usage\":{\"completion_tokens\":5}}");

    assertThat(reader.facts().usage()).hasToString("partial OUTPUT=5");
  }

  @Test
  void documentThatWasCutOffAfterItsUsageIsPartial() {
    String document = Recorded.text("openai-chat.json");
    ResponseReader reader =
        Recorded.readJson(CHAT, document.substring(0, document.indexOf("\"service_tier\"")));

    assertThat(reader.isComplete()).isFalse();
    assertThat(reader.malformed()).isZero();
    assertThat(reader.facts().usage().status()).isEqualTo(UsageStatus.PARTIAL);
    assertThat(reader.facts().finishReasons()).containsExactly("stop");
  }

  @Test
  void usageThatWasCutOffSaysNothing() {
    String document = Recorded.text("openai-chat.json");
    ResponseReader reader =
        Recorded.readJson(CHAT, document.substring(0, document.indexOf("\"total_tokens\"")));

    assertThat(reader.facts().usage()).hasToString("absent");
  }

  @Test
  void errorDocumentTellsItsCode() {
    ResponseReader reader = Recorded.read(CHAT, "openai-error-400.json");

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.facts().errorType()).isEqualTo("invalid_value");
    assertThat(reader.facts().usage()).hasToString("absent");
    assertThat(Recorded.facts(CHAT, "openai-error-429.json").errorType())
        .isEqualTo("rate_limit_exceeded");
  }

  @Test
  void errorWithoutACodeTellsItsType() {
    assertThat(Recorded.facts(CHAT, "openai-error-401.json").errorType())
        .isEqualTo("invalid_request_error");
    assertThat(Recorded.readJson(CHAT, "{\"error\":{\"code\":429,\"type\":\"too_many\"}}")
            .facts()
            .errorType())
        .isEqualTo("too_many");
  }

  @Test
  void errorThatComesTwiceIsTheLastOne() {
    ResponseReader reader =
        Recorded.readJson(CHAT, "{\"error\":{\"code\":\"a\"},\"error\":{\"type\":\"b\"}}");

    assertThat(reader.facts().errorType()).isEqualTo("b");
  }

  @Test
  void usageEventWithoutChoicesIsFinalEvenWhenTheReasonsWereLost() {
    ResponseReader reader = Recorded.readStream(
        CHAT,
        "data: {\"choices\":[{\"index\":0,\"finish_rea\n\n"
            + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}\n\n");

    assertThat(reader.facts().usage()).hasToString("measured INPUT=1 OUTPUT=2");
  }

  @Test
  void onlyAnEventThatIsAllMarkerIsDone() {
    ResponseReader reader = CHAT.responseReader(true);
    Recorded.feed(reader, "data: {\"id\":\"".getBytes(UTF_8));
    Recorded.feed(reader, "[DONE]\"}\n\n".getBytes(UTF_8));

    assertThat(reader.isComplete()).isFalse();
    assertThat(reader.facts().id()).isEqualTo("[DONE]");
  }

  @Test
  void errorEventCompletesTheStream() {
    ResponseReader reader = Recorded.readAbandonedStream(
        CHAT,
        Recorded.firstEvents("openai-chat-stream.sse", 3)
            + "data: {\"error\":{\"message\":\"The server had an error\",\"type\":\"server_error\","
            + "\"param\":null,\"code\":null}}\n\n");

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.chunks()).isEqualTo(3);
    assertThat(reader.facts().errorType()).isEqualTo("server_error");
    assertThat(reader.facts().usage()).hasToString("absent");
  }

  @Test
  void malformedEventIsCountedForgottenAndSkipped() {
    String events = Recorded.text("openai-chat-stream.sse");
    int second = events.indexOf("\n\n") + 2;
    ResponseReader reader = Recorded.readStream(
        CHAT,
        events.substring(0, second)
            + "data: {\"id\":\"broken\",\"usage\":{\"prompt_tokens\":77},\"choices\":[{\"delt\n\n"
            + "data: {\"id\":\"broken\"}}\n\n"
            + "data: \"id\n\n"
            + "data: [\n\n"
            + "data: [DONE\n\n"
            + events.substring(second));

    assertThat(reader.malformed()).isEqualTo(5);
    assertThat(reader.chunks()).isEqualTo(7);
    assertThat(reader.facts()).usingRecursiveComparison().isEqualTo(streamed());
  }

  @Test
  void eventThatTheEndCutOffIsNotMalformed() {
    String events = Recorded.text("openai-chat-stream.sse");
    for (int end = 0; end < events.length(); end++) {
      assertThat(Recorded.readStream(CHAT, events.substring(0, end)).malformed())
          .as("end at %s", end)
          .isZero();
    }
  }

  @Test
  void eventThatWasMalformedBeforeTheEndIsCounted() {
    assertThat(Recorded.readStream(CHAT, "data: {\"id\":]").malformed()).isEqualTo(1);
  }

  @Test
  void lastEventMayLackItsLineBreaks() {
    String events = Recorded.firstEvents("openai-chat-stream.sse", 8);
    ResponseReader reader = Recorded.readStream(CHAT, events.substring(0, events.length() - 2));

    assertThat(reader.facts()).usingRecursiveComparison().isEqualTo(streamed());
  }

  @Test
  void bodyThatIsNoJsonIsMalformedOnce() {
    ResponseReader reader =
        Recorded.readJson(CHAT, "<html><body>502 Bad Gateway</body></html>\n<hr>");

    assertThat(reader.isComplete()).isFalse();
    assertThat(reader.malformed()).isEqualTo(1);
    assertThat(reader.facts().usage()).hasToString("absent");
  }

  @Test
  void emptyBodyIsNeitherCompleteNorMalformed() {
    assertThat(Recorded.readJson(CHAT, "").isComplete()).isFalse();
    assertThat(Recorded.readJson(CHAT, " \n").malformed()).isZero();
    assertThat(Recorded.readStream(CHAT, "").isComplete()).isFalse();
    assertThat(Recorded.readStream(CHAT, ": ping\n\n").malformed()).isZero();
  }

  @Test
  void nothingAfterTheDocumentChangesTheFacts() {
    ResponseReader reader = Recorded.readJson(CHAT, "{\"id\":\"a\"}{\"id\":\"b\"} }");

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.malformed()).isZero();
    assertThat(reader.facts().id()).isEqualTo("a");
  }

  @Test
  void factsCanBeAskedForMoreThanOnce() {
    ResponseReader reader = Recorded.read(CHAT, "openai-chat-stream.sse");

    assertThat(reader.facts()).usingRecursiveComparison().isEqualTo(reader.facts());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":{\"message\":\"boom\"}}",
        "{\"error\":{\"message\":\"boom\",\"code\":null,\"type\":\"\"}}",
        "{\"error\":{}}",
        "{\"error\":\"boom\"}"
      })
  void errorThatNobodyNamesIsAnError(String body) {
    ResponseReader stream = Recorded.readAbandonedStream(CHAT, "data: " + body + "\n\n");

    assertThat(Recorded.readJson(CHAT, body).facts().errorType()).isEqualTo("_OTHER");
    assertThat(stream.facts().errorType()).isEqualTo("_OTHER");
    assertThat(stream.isComplete()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"error\":null,\"id\":\"x\"}", "{\"error\":\"\"}", "{\"error\":false}"})
  void errorThatSaysNothingIsNone(String body) {
    ResponseReader stream = Recorded.readAbandonedStream(CHAT, "data: " + body + "\n\n");

    assertThat(Recorded.readJson(CHAT, body).facts().errorType()).isNull();
    assertThat(stream.facts().errorType()).isNull();
    assertThat(stream.isComplete()).isFalse();
  }

  @Test
  void errorThatIsALongTextIsAnError() {
    assertThat(Recorded.readJson(CHAT, "{\"error\":\"" + "boom ".repeat(300) + "\"}")
            .facts()
            .errorType())
        .isEqualTo("_OTHER");
  }

  @Test
  void numericCodeNamesAnErrorThatNothingElseNames() {
    assertThat(Recorded.readJson(CHAT, "{\"error\":{\"message\":\"boom\",\"code\":502}}")
            .facts()
            .errorType())
        .isEqualTo("502");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"message\":\"boom\"}", "boom", "\"boom\"", "{\"error\":{\"code\":\"a\"},"})
  void eventNamedErrorIsAnErrorWhateverItsData(String data) {
    ResponseReader reader =
        Recorded.readAbandonedStream(CHAT, "event: error\ndata: " + data + "\n\n");

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.malformed()).isZero();
    assertThat(reader.facts().errorType()).isEqualTo("_OTHER");
  }

  @Test
  void eventNamedErrorMayTellItsCodeBesideItsMessage() {
    assertThat(Recorded.readStream(CHAT, "event: error\ndata: {\"code\":\"overloaded\"}\n\n")
            .facts()
            .errorType())
        .isEqualTo("overloaded");
    assertThat(Recorded.readStream(CHAT, "event: error\ndata: {\"code\":503}\n\n")
            .facts()
            .errorType())
        .isEqualTo("503");
    assertThat(Recorded.readJson(CHAT, "{\"code\":\"overloaded\"}").facts().errorType())
        .isNull();
  }

  @Test
  void eventNamedErrorThatWasCutOffIsAnError() {
    ResponseReader reader = Recorded.readStream(CHAT, "event: error\ndata: {\"error\":{");

    assertThat(reader.facts().errorType()).isEqualTo("_OTHER");
  }

  @Test
  void keepsAnIdOf1024BytesWhole() {
    String id = "chatcmpl-" + "ö".repeat(500) + "\\u0041xxxxxxxxx"; // 9 + 1000 + 6 + 9 = 1024

    for (int size = 1; size <= 1024; size += 31) {
      ResponseReader reader = CHAT.responseReader(false);
      byte[] bytes = ("{\"id\":\"" + id + "\",\"model\":\"m\"}").getBytes(UTF_8);
      for (int at = 0; at < bytes.length; at += size) {
        reader.feed(bytes, at, Math.min(size, bytes.length - at));
      }

      assertThat(reader.facts().id()).isEqualTo("chatcmpl-" + "ö".repeat(500) + "Axxxxxxxxx");
      assertThat(reader.facts().model()).isEqualTo("m");
    }
  }

  @Test
  void leavesOutATextThatIsTooLongToBeKeptWhole() {
    String id = "i".repeat(1025);
    String text = "t".repeat(257);
    String document = "{\"id\":\"" + id + "\",\"model\":\"" + text + "\",\"service_tier\":\"" + text
        + "\",\"choices\":[{\"finish_reason\":\"" + text + "\"}]}";
    ResponseReader json = Recorded.readJson(CHAT, document);
    ResponseReader stream = Recorded.readStream(CHAT, "data: " + document + "\n\n");

    assertThat(json.isComplete()).isTrue();
    assertThat(json.facts()).usingRecursiveComparison().isEqualTo(nothing());
    assertThat(stream.malformed()).isZero();
    assertThat(stream.facts()).usingRecursiveComparison().isEqualTo(nothing());
  }

  @Test
  void longTextHidesNoneOfTheOthers() {
    ResponseReader reader = Recorded.readJson(
        CHAT,
        "{\"" + "i".repeat(2000) + "\":\"id\",\"x\":\"" + "y".repeat(2000)
            + "\",\"id\":\"a\",\"z\":[\"" + "y".repeat(2000) + "\"],\"model\":\"b\"}");

    assertThat(reader.facts().id()).isEqualTo("a");
    assertThat(reader.facts().model()).isEqualTo("b");
  }

  private static ResponseFacts streamed() {
    return Recorded.facts(CHAT, "openai-chat-stream.sse");
  }

  private static ResponseFacts nothing() {
    return ResponseFacts.builder().build(UsageStatus.ABSENT);
  }

  private static String running(String choices, int outputTokens) {
    return "data: {\"choices\":[" + choices + "],\"usage\":{\"prompt_tokens\":9,"
        + "\"completion_tokens\":" + outputTokens + "}}\n\n";
  }

  @Test
  void readsImagesAndWhatOfEachModalityWasCached() {
    assertThat(usage("""
            {"usage":{"prompt_tokens":1000,"completion_tokens":300,"prompt_tokens_details":{
            "cached_tokens":600,"text_tokens":500,"audio_tokens":300,"image_tokens":200,
            "cached_tokens_details":{"text_tokens":350,"audio_tokens":150,"image_tokens":100}},
            "completion_tokens_details":{"text_tokens":100,"audio_tokens":50,"image_tokens":150}}}
            """))
        .hasToString("measured INPUT=1000 OUTPUT=300 CACHE_READ=600 AUDIO_INPUT=300 IMAGE_INPUT=200"
            + " AUDIO_CACHE_READ=150 IMAGE_CACHE_READ=100 AUDIO_OUTPUT=50 IMAGE_OUTPUT=150");
  }

  @Test
  void readsOtherNamesOfTheCachedTokensOnlyWhereTheUsualOneIsMissing() {
    String usage = "{\"usage\":{\"prompt_tokens\":30,\"completion_tokens\":2,";

    assertThat(usage(usage + "\"prompt_cache_hit_tokens\":20,\"prompt_cache_miss_tokens\":10}}"))
        .hasToString("measured INPUT=30 OUTPUT=2 CACHE_READ=20");
    assertThat(usage(usage + "\"num_cached_tokens\":16}}"))
        .hasToString("measured INPUT=30 OUTPUT=2 CACHE_READ=16");
    assertThat(usage(usage + "\"prompt_cache_hit_tokens\":20,"
            + "\"prompt_tokens_details\":{\"cached_tokens\":19}}}"))
        .hasToString("measured INPUT=30 OUTPUT=2 CACHE_READ=19");
    assertThat(usage(usage + "\"num_cached_tokens\":-1}}"))
        .hasToString("measured INPUT=30 OUTPUT=2");
  }

  private static Usage usage(String json) {
    return Recorded.readJson(CHAT, json).facts().usage();
  }
}
