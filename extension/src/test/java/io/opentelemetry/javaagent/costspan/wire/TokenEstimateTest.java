package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Recorded.CHAT;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEstimateTest {

  /** OpenAI's cookbook, How to count tokens with tiktoken, section 6: what its API billed for them. */
  private static final String COOKBOOK_MESSAGES = """
      "messages":[
      {"role":"system","content":"You are a helpful, pattern-following assistant that translates corporate jargon into plain English."},
      {"role":"system","name":"example_user","content":"New synergies will help drive top-line growth."},
      {"role":"system","name":"example_assistant","content":"Things working well together will increase revenue."},
      {"role":"system","name":"example_user","content":"Let's circle back when we have more bandwidth to touch base on opportunities for increased leverage."},
      {"role":"system","name":"example_assistant","content":"Let's talk later when we're less busy about how to do better."},
      {"role":"user","content":"This late pivot means we don't have time to boil the ocean for the client deliverable."}]""";

  /** Section 7. */
  private static final String COOKBOOK_TOOLS = """
      "tools":[{"type":"function","function":{"name":"get_current_weather",
      "description":"Get the current weather in a given location","parameters":{"type":"object","properties":{
      "location":{"type":"string","description":"The city and state, e.g. San Francisco, CA"},
      "unit":{"type":"string","description":"The unit of temperature to return","enum":["celsius","fahrenheit"]}},
      "required":["location"]}}}],
      "messages":[
      {"role":"system","content":"You are a helpful assistant that can answer to questions about the weather."},
      {"role":"user","content":"What's the weather like in San Francisco?"}]""";

  private static final String HELLO = "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]";

  @ParameterizedTest
  @CsvSource({"gpt-3.5-turbo,129", "gpt-4-0613,129", "gpt-4,129", "gpt-4o,124", "gpt-4o-mini,124"})
  void countsMessagesAsOpenAiBilledThem(String model, int tokens) {
    assertThat(promptTokens(model, COOKBOOK_MESSAGES)).isEqualTo(tokens);
  }

  @ParameterizedTest
  @CsvSource({"gpt-3.5-turbo,105", "gpt-4,105", "gpt-4o,101", "gpt-4o-mini,101"})
  void countsToolsAsOpenAiBilledThem(String model, int tokens) {
    assertThat(promptTokens(model, COOKBOOK_TOOLS)).isEqualTo(tokens);
  }

  @Test
  void descriptionLosesItsFullStop() {
    String stopped = COOKBOOK_TOOLS.replace("given location\"", "given location.\"");

    assertThat(promptTokens("gpt-4o", stopped)).isEqualTo(101);
  }

  @Test
  void countsPartsOfTextLikeOneText() {
    // 3 for the reply, 3 for the message, user, Hello
    assertThat(promptTokens("gpt-4o", HELLO)).isEqualTo(8);
    assertThat(promptTokens(
            "gpt-4o",
            "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Hello\"},"
                + "{\"type\":\"text\",\"text\":\"Hello\"}]}]"))
        .isEqualTo(9);
  }

  @Test
  void countsWhatWasCalledBefore() {
    // The frame, 3 + 3; assistant; get, _time; {}; null content and the id count nothing.
    assertThat(
            promptTokens(
                "gpt-4o",
                "\"messages\":[{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"call_1\","
                    + "\"type\":\"function\",\"function\":{\"name\":\"get_time\",\"arguments\":\"{}\"}}]}]"))
        .isEqualTo(10);
  }

  @Test
  void countsNestedPropertiesLikeMoreOfThem() {
    String flat = "\"a\":{\"type\":\"string\"}";
    String nested = "\"a\":{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"}}}";

    // 3 for the properties, 3 for the property; b; :string; :object has one more than :string
    assertThat(promptTokens("gpt-4o", function(nested)) - promptTokens("gpt-4o", function(flat)))
        .isEqualTo(9);
  }

  private static String function(String properties) {
    return HELLO
        + ",\"functions\":[{\"name\":\"f\",\"parameters\":{\"type\":\"object\",\"properties\":{"
        + properties
        + "}}}]";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"messages\":[]",
        "\"x\":1",
        HELLO + ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"x\"}}",
        HELLO + ",\"modalities\":[\"text\",\"audio\"]",
        HELLO + ",\"prediction\":{\"type\":\"content\",\"content\":\"x\"}",
        HELLO + ",\"web_search_options\":{}",
        HELLO + ",\"tools\":[{\"type\":\"custom\",\"custom\":{\"name\":\"x\"}}]",
        "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\",\"image_url\":{}}]}]",
        "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_audio\"}]}]",
        "\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"file\"}]}]",
        "\"messages\":[{\"role\":\"assistant\",\"audio\":{\"id\":\"a\"}}]",
      })
  void whatIsBilledAndCannotBeCountedMakesItUnknown(String request) {
    assertThat(begun("gpt-4o", request)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"response_format\":{\"type\":\"json_object\"}",
        "\"modalities\":[\"text\"]",
        "\"prediction\":null",
        "\"tools\":[]",
        "\"audio\":null",
      })
  void whatChangesNothingLeavesItKnown(String option) {
    assertThat(promptTokens("gpt-4o", HELLO + "," + option)).isEqualTo(8);
  }

  @Test
  void requestThatWasNotReadWholeIsUnknown() {
    TokenEstimate.Draft draft = draft(CHAT, "openai", "{\"model\":\"gpt-4o\"}");
    feed(draft, "{\"messages\":[{\"role\":\"user\"}]");

    assertThat(draft.build()).isNull();
  }

  @Test
  void answerIsCountedAsOneTextOverAllItsChunks() {
    // Hello, !,  How,  can,  I,  assist,  you,  today, ?
    ResponseFacts facts = answered(
        begun("gpt-4o", HELLO),
        delta("\"role\":\"assistant\",\"content\":\"\"")
            + delta("\"content\":\"Hel\"")
            + delta("\"content\":\"lo! How can I assist\"")
            + delta("\"content\":\" you today?\"")
            + "data: [DONE]\n\n");

    assertThat(facts.usage()).hasToString("estimated INPUT=8 OUTPUT=9");
  }

  @Test
  void choicesAndCallsAreTextsOfTheirOwn() {
    // un; bel, ievable; get, _time; {}
    String calls = "\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"get_time\","
        + "\"arguments\":\"\"}}]";
    ResponseFacts facts = answered(
        begun("gpt-4o", HELLO),
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"un\"}}]}\n\n"
            + "data: {\"choices\":[{\"index\":1,\"delta\":{\"content\":\"believable\"}}]}\n\n"
            + delta(calls)
            + delta("\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\"}}]")
            + delta("\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"}\"}}]"));

    assertThat(facts.usage()).hasToString("estimated INPUT=8 OUTPUT=6");
  }

  @Test
  void streamThatWasCutOffIsCountedAsFarAsItCame() {
    ResponseFacts facts =
        answered(begun("gpt-4o", HELLO), delta("\"content\":\"Hello\"") + "data: {\"choi");

    assertThat(facts.usage()).hasToString("estimated INPUT=8 OUTPUT=1");
  }

  @Test
  void streamThatBroughtNothingIsUnknown() {
    assertThat(answered(begun("gpt-4o", HELLO), "").usage()).hasToString("absent");
    assertThat(answered(begun("gpt-4o", HELLO), "data: [DONE]\n\n").usage()).hasToString("absent");
  }

  @Test
  void soundIsUnknown() {
    ResponseFacts facts =
        answered(begun("gpt-4o", HELLO), delta("\"content\":\"a\",\"audio\":{\"data\":\"AAAA\"}"));

    assertThat(facts.usage()).hasToString("absent");
  }

  @Test
  void whatTheProviderToldWins() {
    String usage =
        "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":6}}\n\n";

    assertThat(
            answered(begun("gpt-4o", HELLO), delta("\"content\":\"a\"") + usage).usage())
        .hasToString("measured INPUT=5 OUTPUT=6");
  }

  @Test
  void theRestOfTheFactsIsWhatIsReadWithoutAnEstimate() {
    String stream = Recorded.text("openai-chat-stream-without-usage.sse");
    ResponseFacts counted = answered(begun("gpt-4o", HELLO), stream);
    ResponseFacts plain = Recorded.readStream(CHAT, stream).facts();

    assertThat(counted.with(plain.usage())).usingRecursiveComparison().isEqualTo(plain);
    assertThat(counted.usage().status().value()).isEqualTo("estimated");
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-4o-2024-08-06,estimated",
    "gpt-4-0613,absent", // counted with the wrong vocabulary
    "gpt-5,absent", // reasons in secret
    "llama-3,absent",
  })
  void deploymentIsTheModelThatTheResponseNames(String model, String status) {
    ResponseFacts facts = answered(
        begun("gpt-4o", HELLO),
        "data: {\"model\":\"" + model + "\",\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n");

    assertThat(facts.usage().status().value()).isEqualTo(status);
  }

  @Test
  void serverOfOnesOwnIsUnknown() {
    ResponseFacts facts = answered(
        begun("gpt-4o", HELLO),
        "data: {\"system_fingerprint\":\"fp_ollama\",\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n");

    assertThat(facts.usage()).hasToString("absent");
  }

  @Test
  void completionsStandForThemselves() {
    WireFormat format = WireFormats.named("openai.completions");
    TokenEstimate estimate = begun(
        format,
        "openai",
        "{\"model\":\"gpt-3.5-turbo-instruct\",\"prompt\":[\"Hello\",\"Hello!\"]}");
    ResponseFacts facts =
        answered(estimate, "data: {\"choices\":[{\"index\":0,\"text\":\"Hello there\"}]}\n\n");

    assertThat(facts.usage()).hasToString("estimated INPUT=3 OUTPUT=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"prompt\":[1,2,3]",
        "\"prompt\":[[1,2],[3]]",
        "\"prompt\":\"x\",\"suffix\":\"y\"",
        "\"prompt\":\"x\",\"best_of\":3",
        "\"prompt\":\"x\",\"echo\":true",
        "\"max_tokens\":3",
      })
  void completionsThatAreMoreThanTheirTextsAreUnknown(String request) {
    WireFormat format = WireFormats.named("openai.completions");

    assertThat(begun(format, "openai", "{\"model\":\"gpt-3.5-turbo-instruct\"," + request + "}"))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "openai,gpt-4o,true",
    "azure.ai.openai,gpt-4o,true",
    "azure.ai.inference,gpt-4o,true",
    "deepseek,gpt-4o,false",
    "vllm,gpt-4o,false",
    "openrouter,gpt-4o,false",
  })
  void onlyOpenAisModelsWhereOpenAisNamesAreTrue(String provider, String model, boolean counted) {
    assertThat(begun(CHAT, provider, "{\"model\":\"" + model + "\"," + HELLO + "}") != null)
        .isEqualTo(counted);
  }

  private static long promptTokens(String model, String request) {
    ResponseFacts facts = answered(begun(model, request), delta("\"content\":\"Hello\""));
    return facts.usage().of(io.opentelemetry.javaagent.costspan.usage.Count.INPUT);
  }

  private static String delta(String delta) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":{" + delta + "}}]}\n\n";
  }

  private static @Nullable TokenEstimate begun(String model, String request) {
    return begun(CHAT, "openai", "{" + request + ",\"model\":\"" + model + "\"}");
  }

  private static @Nullable TokenEstimate begun(WireFormat format, String provider, String request) {
    TokenEstimate.Draft draft = draft(format, provider, request);
    if (draft == null) {
      return null;
    }
    feed(draft, request);
    return draft.build();
  }

  private static TokenEstimate.@Nullable Draft draft(
      WireFormat format, String provider, String request) {
    return format.estimate(provider, Recorded.request(request), RealTokenizers.ALL);
  }

  private static void feed(TokenEstimate.Draft draft, String request) {
    Pieces.of(request.getBytes(UTF_8), 7, (bytes, from, to) -> draft.feed(bytes, from, to - from));
  }

  private static ResponseFacts answered(TokenEstimate estimate, String stream) {
    ResponseReader reader = estimate.responseReader();
    Pieces.feed(stream.getBytes(UTF_8), 7, reader);
    reader.endOfInput();
    return estimate.complete(reader.facts());
  }
}
