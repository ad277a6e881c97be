package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.Count;
import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines are those of the providers' references, shortened. */
class BatchReaderTest {

  private static final BatchFormat OPENAI =
      Objects.requireNonNull(BatchFormat.recognise("GET", "/v1/files/file-1/content"));
  private static final BatchFormat ANTHROPIC =
      Objects.requireNonNull(BatchFormat.recognise("GET", "/v1/messages/batches/b/results"));

  private static final String CHAT_BODY = """
      {"id":"chatcmpl-1","object":"chat.completion","created":1711652795,\
      "model":"gpt-4.1-mini-2025-04-14","choices":[{"index":0,"message":{"role":"assistant",\
      "content":"Hello."},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":22,\
      "completion_tokens":2,"total_tokens":24,"prompt_tokens_details":{"cached_tokens":8}},\
      "service_tier":"default","system_fingerprint":"fp_1"}""";

  private static final String SUCCEEDED = """
      {"custom_id":"a","result":{"type":"succeeded","message":{"id":"msg_1","type":"message",\
      "role":"assistant","model":"claude-sonnet-4-5-20250929","content":[{"type":"text",\
      "text":"Hi"}],"stop_reason":"end_turn","usage":{"input_tokens":10,\
      "cache_creation_input_tokens":4,"cache_read_input_tokens":6,"output_tokens":34,\
      "service_tier":"batch"}}}}
      """;

  private final Told told = new Told();

  @Test
  void aChatsAnswerIsBilledAtTheBatchTierWhateverItRepeats() {
    read(OPENAI, result(CHAT_BODY));

    assertThat(told.lines).containsExactly("openai.chat");
    ResponseFacts facts = told.answers.get(0);
    assertThat(facts.id()).isEqualTo("chatcmpl-1");
    assertThat(facts.model()).isEqualTo("gpt-4.1-mini-2025-04-14");
    assertThat(facts.finishReasons()).containsExactly("stop");
    assertThat(facts.terms().serviceTier()).isEqualTo("batch");
    assertThat(facts.usage()).hasToString("measured INPUT=22 OUTPUT=2 TOTAL=24 CACHE_READ=8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF", "\n", " \r\n", "\uFEFF\n "})
  void whatStandsBeforeTheFirstLineIsPassedOver(String before) {
    byte[] file = (before + result(CHAT_BODY)).getBytes(UTF_8);
    BatchReader reader = OPENAI.reader(told);
    for (int i = 0; i < file.length; i++) {
      reader.feed(file, i, 1);
    }
    reader.endOfInput();

    assertThat(told.lines).containsExactly("openai.chat");
  }

  @Test
  void anAnswerOfResponsesTellsItsToolsToo() {
    read(OPENAI, result("""
            {"id":"resp_1","object":"response","status":"completed","model":"gpt-5-mini-2025-08-07",\
            "output":[{"type":"web_search_call","status":"completed","action":{"type":"search"}}],\
            "tools":[{"type":"web_search"}],"usage":{"input_tokens":100,"output_tokens":40,\
            "output_tokens_details":{"reasoning_tokens":30},"total_tokens":140}}"""));

    assertThat(told.lines).containsExactly("openai.responses");
    ResponseFacts facts = told.answers.get(0);
    assertThat(facts.usage().of(Count.INPUT)).isEqualTo(100);
    assertThat(facts.usage().of(Count.REASONING)).isEqualTo(30);
    assertThat(facts.usage().of(Count.WEB_SEARCHES)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      openai.embeddings  | {"object":"list","data":[{"object":"embedding","embedding":[0.1,-0.2]}],\
      "model":"text-embedding-3-small","usage":{"prompt_tokens":5,"total_tokens":5}}
      openai.completions | {"id":"cmpl-1","object":"text_completion","model":"m",\
      "choices":[{"text":"a","index":0,"finish_reason":"stop"}],"usage":{"prompt_tokens":5,"completion_tokens":1}}
      openai.chat        | {"id":"1","model":"m","choices":[{"index":0,"finish_reason":"stop"}],\
      "usage":{"prompt_tokens":5,"completion_tokens":1}}
      openai.images      | {"created":1,"data":[{"b64_json":"AA=="}],\
      "usage":{"input_tokens":5,"output_tokens":100,"total_tokens":105}}
      openai.moderations | {"id":"modr-1","model":"omni-moderation-latest","results":[{"flagged":false}]}
      openai.chat        | {"something":"new","usage":{"input_tokens":5,"output_tokens":1}}
      """)
  void theBodySaysWhichEndpointItIsFrom(String format, String body) {
    read(OPENAI, result(body));

    assertThat(told.lines).containsExactly(format);
    if (!format.equals("openai.moderations")) {
      assertThat(told.answers.get(0).usage().of(Count.INPUT)).isEqualTo(5);
    }
  }

  @Test
  void anthropicsAnswerIsAMessage() {
    read(ANTHROPIC, SUCCEEDED);

    assertThat(told.lines).containsExactly("anthropic.messages");
    assertThat(told.answers.get(0).usage())
        .hasToString("measured INPUT=20 OUTPUT=34 CACHE_READ=6 CACHE_WRITE=4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"errored\",\"error\":{\"type\":\"error\",\"error\":"
            + "{\"type\":\"invalid_request_error\",\"message\":\"no\"}}}",
        "{\"type\":\"canceled\"}",
        "{\"type\":\"expired\"}"
      })
  void whatGotNoAnswerAtAnthropicIsNotBilled(String result) {
    read(ANTHROPIC, "{\"custom_id\":\"a\",\"result\":" + result + "}\n" + SUCCEEDED);

    assertThat(told.lines).containsExactly("unanswered", "anthropic.messages");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"b\",\"custom_id\":\"a\",\"response\":{\"status_code\":400,\"body\":"
            + "{\"error\":{\"code\":\"x\"}}},\"error\":null}",
        "{\"id\":\"b\",\"custom_id\":\"a\",\"response\":null,\"error\":"
            + "{\"code\":\"batch_expired\",\"message\":\"no\"}}"
      })
  void whatGotNoAnswerAtOpenAiIsNotBilled(String line) {
    read(OPENAI, line + "\n" + result(CHAT_BODY));

    assertThat(told.lines).containsExactly("unanswered", "openai.chat");
  }

  @Test
  void azureSaysLastWhatBecameOfIt() {
    read(
        OPENAI,
        "{\"response\":{\"body\":" + CHAT_BODY + ",\"request_id\":\"r\",\"status_code\":200},"
            + "\"error\":null,\"custom_id\":\"task-0\"}\n");

    assertThat(told.lines).containsExactly("openai.chat");
    assertThat(told.answers.get(0).usage().of(Count.INPUT)).isEqualTo(22);
  }

  @Test
  void aLineThatIsBrokenDoesNotKeepTheOthersFromBeingRead() {
    read(OPENAI, result(CHAT_BODY) + "{\"id\":\"b\",\"custom_\n" + "[1]\n" + result(CHAT_BODY));

    assertThat(told.lines).containsExactly("openai.chat", "broken", "broken", "openai.chat");
  }

  @Test
  void aBatchMayBeginWithABrokenLine() {
    read(OPENAI, "{\"id\":\"b\",\"cus\n" + result(CHAT_BODY));

    assertThat(told.lines).containsExactly("broken", "openai.chat");
  }

  @Test
  void theLastLineNeedsNoEndAndIsNotCountedWhenItWasCutOff() {
    String line = result(CHAT_BODY).strip();
    read(OPENAI, line + "\r\n" + line);
    read(OPENAI, line + "\n" + line.substring(0, line.length() - 1));

    assertThat(told.lines).containsExactly("openai.chat", "openai.chat", "openai.chat");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0089PNG\r\n\u001a\n",
        "%PDF-1.7\n",
        "step,train_loss\n1,0.5\n",
        "[{\"custom_id\":\"a\",\"response\":{\"status_code\":200}}]",
        "{}\n",
        "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}\n",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}\n",
        "{\"custom_id\":\"a\",\"method\":\"POST\",\"url\":\"/v1/responses\",\"body\":{}}\n",
        "{\"response\":{\"status_code\":200,\"body\":{\"usage\":{\"prompt_tokens\":5}}}}\n"
      })
  void anyOtherFileTellsNothing(String file) {
    BatchReader reader = read(OPENAI, file + result(CHAT_BODY).repeat(file.isEmpty() ? 0 : 2));

    assertThat(told.lines).isEmpty();
    assertThat(reader.isComplete()).isEqualTo(!file.isEmpty());
  }

  @Test
  void everyCutReadsTheSame() {
    String file = result(CHAT_BODY) + SUCCEEDED + "{\"x\n" + result(CHAT_BODY);
    byte[] bytes = file.getBytes(UTF_8);
    for (int size = 1; size < 100; size++) {
      Told inPieces = new Told();
      BatchReader reader = OPENAI.reader(inPieces);
      for (int at = 0; at < bytes.length; at += size) {
        reader.feed(bytes, at, Math.min(size, bytes.length - at));
      }
      reader.endOfInput();

      assertThat(inPieces.lines).containsExactly("openai.chat", "broken", "broken", "openai.chat");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/files/file-1/content, true",
    "GET, v1/files/file-1/content?limit=1, true",
    "GET, /openai/files/file-1/content, true",
    "GET, /v1/messages/batches/msgbatch_1/results, true",
    "GET, v1/messages/batches/msgbatch_1/results?beta=true, true",
    "GET, /v1/files, false",
    "GET, /v1/files/file-1, false",
    "GET, /v1/files//content, false",
    "DELETE, /v1/files/file-1/content, false",
    "POST, /v1/files/file-1/content, false",
    "GET, /v1/messages/batches, false",
    "GET, /v1/messages/batches/msgbatch_1, false",
    "POST, /v1/messages/batches/msgbatch_1/results, false",
    "GET, /v1/batches/batch_1, false"
  })
  void theseRequestsReadResults(String method, String path, boolean reads) {
    assertThat(BatchFormat.recognise(method, path) != null).isEqualTo(reads);
    assertThat(BatchFormat.mayRecognise(method, "https://api.openai.com/" + path))
        .isEqualTo(reads);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/files/file-1/content, file-1",
    "v1/messages/batches/msgbatch_1/results?beta=true, msgbatch_1"
  })
  void theIdStandsInThePath(String path, String id) {
    assertThat(BatchFormat.idIn(path)).isEqualTo(id);
  }

  @Test
  void aGeneralClientReadsThemAtAKnownHostOrAsAnthropicAsks() {
    String content = "/v1/files/file-1/content";
    String results = "/v1/messages/batches/b/results";

    assertThat(BatchFormat.mayRecognise("GET", "https://shop.example.com" + content))
        .isFalse();
    assertThat(BatchFormat.recogniseAmongOthers("GET", content, false, name -> "1"))
        .isNull();
    assertThat(BatchFormat.recogniseAmongOthers("GET", content, true, name -> null))
        .isNotNull();
    assertThat(BatchFormat.mayRecognise("GET", "https://gw.example.com" + results))
        .isTrue();
    assertThat(BatchFormat.recogniseAmongOthers("GET", results, false, name -> null))
        .isNull();
    assertThat(BatchFormat.recogniseAmongOthers("GET", results, false, name -> "1"))
        .isNotNull();
  }

  private BatchReader read(BatchFormat format, String file) {
    BatchReader reader = format.reader(told);
    reader.feed(file.getBytes(UTF_8), 0, file.getBytes(UTF_8).length);
    reader.endOfInput();
    return reader;
  }

  private static String result(String body) {
    return "{\"id\":\"batch_req_1\",\"custom_id\":\"a\",\"response\":{\"status_code\":200,"
        + "\"request_id\":\"req_1\",\"body\":" + body + "},\"error\":null}\n";
  }

  private static final class Told implements BatchReader.Results {

    private final List<String> lines = new ArrayList<>();
    private final List<ResponseFacts> answers = new ArrayList<>();

    @Override
    public void answered(WireFormat format, ResponseFacts facts) {
      lines.add(format.name());
      answers.add(facts);
    }

    @Override
    public void unanswered() {
      lines.add("unanswered");
    }

    @Override
    public void broken() {
      lines.add("broken");
    }
  }
}
