package io.opentelemetry.javaagent.costspan.wire;

import static io.opentelemetry.javaagent.costspan.wire.Recorded.RESPONSES;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.usage.Usage;
import org.junit.jupiter.api.Test;

class OpenAiResponsesTest {

  @Test
  void readsDocumentAndCountsOnlyToolCallsThatHaveAFee() {
    ResponseReader reader = Recorded.read(RESPONSES, "openai-responses.json");

    ResponseFacts facts = reader.facts();
    assertThat(reader.isComplete()).isTrue();
    assertThat(facts.id()).isEqualTo("resp_68af4030592c81938ec0a5fbab4a3e9f05438e46b5f69a3b");
    assertThat(facts.model()).isEqualTo("gpt-5.2-2025-12-11");
    assertThat(facts.terms().serviceTier()).isEqualTo("default");
    assertThat(facts.finishReasons()).containsExactly("completed");
    assertThat(facts.errorType()).isNull();
    // Two searches; opening a page and finding in it are free, a file search has a fee of its own.
    assertThat(facts.usage())
        .hasToString(
            "measured INPUT=36 OUTPUT=87 TOTAL=123 CACHE_READ=20 CACHE_WRITE=10 REASONING=64"
                + " WEB_SEARCHES=2 FILE_SEARCHES=1");
  }

  @Test
  void incompleteResponseTellsWhy() {
    ResponseFacts facts = Recorded.facts(RESPONSES, "openai-responses-incomplete.json");

    assertThat(facts.finishReasons()).containsExactly("max_output_tokens");
    assertThat(facts.usage().status().value()).isEqualTo("measured");
  }

  @Test
  void queuedResponseHasNeitherReasonNorUsage() {
    ResponseReader reader = Recorded.read(RESPONSES, "openai-responses-queued.json");

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.facts().finishReasons()).isEmpty();
    assertThat(reader.facts().usage()).hasToString("absent");
  }

  @Test
  void readsStreamAndTheTierThatServed() {
    ResponseReader reader = Recorded.read(RESPONSES, "openai-responses-stream.sse");

    ResponseFacts facts = reader.facts();
    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.malformed()).isZero();
    assertThat(reader.chunks()).isEqualTo(3);
    assertThat(facts.terms().serviceTier()).isEqualTo("priority"); // auto until the last event
    assertThat(facts.finishReasons()).containsExactly("completed");
    assertThat(facts.errorType()).isNull();
    assertThat(facts.usage())
        .hasToString(
            "measured INPUT=36 OUTPUT=87 TOTAL=123 CACHE_READ=20 CACHE_WRITE=10 REASONING=64"
                + " WEB_SEARCHES=1");
  }

  @Test
  void streamThatWasCutOffKnowsItsModelButNoUsage() {
    ResponseReader reader = Recorded.readAbandonedStream(
        RESPONSES, Recorded.firstEvents("openai-responses-stream.sse", 6));

    assertThat(reader.isComplete()).isFalse();
    assertThat(reader.chunks()).isEqualTo(2);
    assertThat(reader.modelSoFar()).isEqualTo("gpt-5.2-2025-12-11");
    assertThat(reader.facts().finishReasons()).isEmpty();
    assertThat(reader.facts().usage()).hasToString("absent");
  }

  @Test
  void incompleteStreamIsCompleteAsAStream() {
    ResponseReader reader = Recorded.read(RESPONSES, "openai-responses-stream-incomplete.sse");

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.facts().finishReasons()).containsExactly("content_filter");
    assertThat(reader.facts().errorType()).isNull();
    assertThat(reader.facts().usage().status().value()).isEqualTo("measured");
  }

  @Test
  void failedStreamTellsItsErrorCode() {
    ResponseReader reader = Recorded.read(RESPONSES, "openai-responses-stream-failed.sse");

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.facts().errorType()).isEqualTo("server_error");
    assertThat(reader.facts().finishReasons()).containsExactly("failed");
    assertThat(reader.facts().usage()).hasToString("absent");
  }

  @Test
  void cancelledStreamIsComplete() {
    ResponseReader reader = Recorded.readAbandonedStream(
        RESPONSES,
        "data: {\"type\":\"response.cancelled\",\"response\":{\"status\":\"cancelled\"}}\n\n");

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.facts().finishReasons()).containsExactly("cancelled");
  }

  @Test
  void errorEventTellsItsCodeAndNotAnEarlierEventsCode() {
    assertThat(Recorded.read(RESPONSES, "openai-responses-stream-error.sse").isComplete())
        .isTrue();
    assertThat(Recorded.facts(RESPONSES, "openai-responses-stream-error.sse").errorType())
        .isEqualTo("rate_limit_exceeded");

    ResponseReader withoutCode = Recorded.readAbandonedStream(
        RESPONSES,
        Recorded.firstEvents("openai-responses-stream-error.sse", 3)
            + "event: error\ndata: {\"type\":\"error\",\"code\":null,\"message\":\"?\"}\n\n");
    assertThat(withoutCode.isComplete()).isTrue();
    assertThat(withoutCode.facts().errorType()).isEqualTo("_OTHER");
  }

  @Test
  void eventNamedErrorIsAnErrorWhateverItsData() {
    ResponseReader reader = Recorded.readAbandonedStream(
        RESPONSES, "event:error\ndata:{\"code\":\"overloaded\",\"message\":\"?\"}\n\n");

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.facts().errorType()).isEqualTo("overloaded");
  }

  @Test
  void usageBeforeTheLastEventIsPartial() {
    ResponseReader reader = Recorded.readStream(
        RESPONSES,
        "data: {\"type\":\"response.in_progress\",\"response\":{\"usage\":"
            + "{\"input_tokens\":5,\"output_tokens\":1}}}\n\n");

    assertThat(reader.facts().usage()).hasToString("partial INPUT=5 OUTPUT=1");
  }

  @Test
  void searchesAreKnownEvenWhenTheTokensAreNot() {
    ResponseReader reader = Recorded.readJson(
        RESPONSES,
        "{\"status\":\"failed\",\"usage\":null,\"output\":[{\"type\":\"web_search_call\","
            + "\"action\":{\"type\":\"search\"}}]}");

    assertThat(reader.facts().usage()).hasToString("partial WEB_SEARCHES=1");
  }

  @Test
  void searchesAreCountedPerItemAndInTheLastOutputOnly() {
    String search = "{\"type\":\"web_search_call\",\"action\":{\"type\":\"search\"}}";
    ResponseReader reader = Recorded.readJson(
        RESPONSES,
        "{\"output\":[" + search + "," + search + "]," + "\"output\":[" + search
            + ",{\"type\":\"web_search_call\"}]}");

    assertThat(reader.facts().usage()).hasToString("partial WEB_SEARCHES=1 OTHER_TOOL_CALLS=1");
  }

  @Test
  void typeOfAnEventMayComeLast() {
    ResponseReader reader = Recorded.readAbandonedStream(
        RESPONSES,
        "data: {\"response\":{\"id\":\"r\",\"status\":\"completed\",\"usage\":"
            + "{\"output_tokens\":2,\"input_tokens\":1}},\"type\":\"response.completed\"}\n\n");

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.facts().usage()).hasToString("measured INPUT=1 OUTPUT=2");
  }

  @Test
  void responseThatFailedWithoutAnErrorIsAnError() {
    String failed = "{\"id\":\"r\",\"status\":\"failed\",\"error\":null}";
    ResponseReader stream = Recorded.readStream(
        RESPONSES, "data: {\"type\":\"response.failed\",\"response\":" + failed + "}\n\n");

    assertThat(Recorded.readJson(RESPONSES, failed).facts().errorType()).isEqualTo("_OTHER");
    assertThat(stream.facts().errorType()).isEqualTo("_OTHER");
    assertThat(stream.isComplete()).isTrue();
  }

  @Test
  void errorEventMayTellItsCodeAsANumber() {
    assertThat(Recorded.readStream(RESPONSES, "data: {\"type\":\"error\",\"code\":502}\n\n")
            .facts()
            .errorType())
        .isEqualTo("502");
  }

  @Test
  void tellsCallsWithAFeeFromThoseThatAreFreeOrUnknown() {
    ResponseReader reader = Recorded.readJson(RESPONSES, """
        {"usage":{"input_tokens":1,"output_tokens":2},"output":[
        {"type":"file_search_call"},
        {"type":"image_generation_call"},
        {"type":"web_search_call"},
        {"type":"web_search_call","action":null},
        {"type":"web_search_call","action":{"type":"screenshot"}},
        {"type":"web_search_call","action":{"type":"open_page"}},
        {"type":"web_search_call","action":{"type":"find_in_page"}},
        {"type":"function_call"},
        {"type":"message"},
        {}]}
        """);

    assertThat(reader.facts().usage())
        .hasToString("measured INPUT=1 OUTPUT=2 FILE_SEARCHES=1 OTHER_TOOL_CALLS=4");
  }

  @Test
  void toolCallsOfAStreamAreThoseOfItsLastOutput() {
    String running = "data: {\"type\":\"response.in_progress\",\"response\":{\"output\":["
        + "{\"type\":\"file_search_call\"},{\"type\":\"file_search_call\"}]}}\n\n";
    String completed = "data: {\"type\":\"response.completed\",\"response\":{\"output\":["
        + "{\"type\":\"image_generation_call\"},"
        + "{\"type\":\"web_search_call\",\"action\":{\"type\":\"search\"}}],"
        + "\"usage\":{\"input_tokens\":1,\"output_tokens\":2}}}\n\n";

    assertThat(Recorded.readStream(RESPONSES, running + completed).facts().usage())
        .hasToString("measured INPUT=1 OUTPUT=2 WEB_SEARCHES=1 OTHER_TOOL_CALLS=1");
  }

  @Test
  void readsTheUsageOfACompaction() {
    ResponseReader reader = Recorded.readJson(RESPONSES, """
        {"id":"resp_001","object":"response.compaction","created_at":1764967971,
        "output":[{"id":"msg_000","type":"message","status":"completed","role":"user","content":[]},
        {"id":"cmp_001","type":"compaction","encrypted_content":"gAAAA"}],
        "usage":{"input_tokens":139,"input_tokens_details":{"cached_tokens":10},"output_tokens":438,
        "output_tokens_details":{"reasoning_tokens":64},"total_tokens":577}}
        """);

    assertThat(reader.isComplete()).isTrue();
    assertThat(reader.facts().id()).isEqualTo("resp_001");
    assertThat(reader.facts().finishReasons()).isEmpty();
    assertThat(reader.facts().usage())
        .hasToString("measured INPUT=139 OUTPUT=438 TOTAL=577 CACHE_READ=10 REASONING=64");
  }

  @Test
  void codeInterpreterIsBilledByTimeThatNoResponseTells() {
    assertThat(searching("{\"type\":\"code_interpreter\"}", "{\"type\":\"code_interpreter_call\"}"))
        .hasToString("measured INPUT=1 OUTPUT=2");
  }

  @Test
  void searchesOfTheOlderToolHaveAFeeOfTheirOwn() {
    String search = "{\"type\":\"web_search_call\",\"action\":{\"type\":\"search\"}}";
    String newer = "{\"type\":\"web_search_2025_08_26\"}";
    String older = "{\"type\":\"web_search_preview\"}";
    String dated = "{\"type\":\"web_search_preview_2025_03_11\"}";

    assertThat(searching(newer, search)).hasToString("measured INPUT=1 OUTPUT=2 WEB_SEARCHES=1");
    assertThat(searching(older, search))
        .hasToString("measured INPUT=1 OUTPUT=2 WEB_SEARCH_PREVIEWS=1");
    assertThat(searching(dated, search + "," + search))
        .hasToString("measured INPUT=1 OUTPUT=2 WEB_SEARCH_PREVIEWS=2");
    assertThat(searching(older + "," + newer, search))
        .hasToString("measured INPUT=1 OUTPUT=2 OTHER_TOOL_CALLS=1");
  }

  private static Usage searching(String tools, String output) {
    String response = "{\"tools\":[" + tools + "],\"output\":[" + output
        + "],\"usage\":{\"input_tokens\":1,\"output_tokens\":2}}";
    Usage inStream = Recorded.readStream(
            RESPONSES, "data: {\"type\":\"response.completed\",\"response\":" + response + "}\n\n")
        .facts()
        .usage();
    Usage usage = Recorded.readJson(RESPONSES, response).facts().usage();
    assertThat(inStream).hasToString(usage.toString());
    return usage;
  }
}
