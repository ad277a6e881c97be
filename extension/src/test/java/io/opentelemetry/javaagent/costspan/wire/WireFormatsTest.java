package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.AllocatedBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireFormatsTest {

  @ParameterizedTest
  @CsvSource({
    "chat/completions, openai.chat",
    "/v1/chat/completions, openai.chat",
    "/openai/deployments/gpt-4o-eu/chat/completions, openai.chat",
    "/gateway/team-a/openai/v1/chat/completions, openai.chat",
    "responses, openai.responses",
    "/openai/v1/responses, openai.responses",
    "responses/compact, openai.responses",
    "/openai/v1/responses/compact, openai.responses",
    "/v1/embeddings, openai.embeddings",
    "/openai/deployments/emb/embeddings, openai.embeddings",
    "messages, anthropic.messages",
    "v1/messages, anthropic.messages",
    "/anthropic/v1/messages, anthropic.messages",
    "/v1/threads/messages, anthropic.messages",
  })
  void recognisesTheEndOfThePath(String path, String format) {
    assertThat(WireFormats.recognise("POST", path).name()).isEqualTo(format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "/v1/models",
        "/v1/chat/completions/chatcmpl-1",
        "/v1/responses/resp_1/cancel",
        "/v1/responses/resp_1/compact",
        "/v1/compact",
        "/v1/myresponses/compact",
        "/v1/myresponses",
        "/v1/messages/count_tokens",
        "/v1/messages/batches",
        "/v1/threads/thread_abc/messages",
        "threads/thread_abc/messages",
        "/v1/commit-messages",
        "/v1/embeddings/"
      })
  void leavesOtherPathsAlone(String path) {
    assertThat(WireFormats.recognise("POST", path)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "/v1beta/models/gemini-2.5-flash:generateContent, gemini.generate_content",
    "/v1beta/models/gemini-2.5-flash:streamGenerateContent, gemini.generate_content",
    "/v1/projects/p/locations/l/publishers/google/models/m:generateContent, gemini.generate_content",
    "models/gemini-2.5-flash:streamGenerateContent, gemini.generate_content",
    "/v1/projects/p/locations/l/endpoints/123:generateContent, gemini.generate_content",
    "tunedModels/mine:generateContent, gemini.generate_content",
    "models/gemini-embedding-001:embedContent, gemini.embeddings",
    "models/gemini-embedding-001:batchEmbedContents, gemini.embeddings",
    "publishers/google/models/text-embedding-005:predict, gemini.embeddings",
    "publishers/google/models/multimodalembedding@001:predict, gemini.embeddings",
    "models/imagen-4.0-generate-001:predict, gemini.imagen",
    "publishers/google/models/virtual-try-on-preview-08-04:predict, gemini.imagen",
    "/model/us.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse, bedrock.converse",
    "model/amazon.nova-lite-v1:0/converse-stream, bedrock.converse",
    "model/meta.llama3/invoke, bedrock.invoke",
    "model/meta.llama3/invoke-with-response-stream, bedrock.invoke",
    "/v2/chat, cohere.chat",
    "/v2/embed, cohere.embed",
    "/v2/rerank, cohere.rerank",
    "/api/chat, ollama.chat",
    "/api/generate, ollama.chat",
    "/api/embed, ollama.chat",
    "/api/embeddings, ollama.chat",
    "/v1/ocr, mistral.ocr",
    "/api/v1/services/aigc/text-generation/generation, dashscope.chat",
    "/api/v1/services/aigc/multimodal-generation/generation, dashscope.chat",
    "/api/v1/services/embeddings/text-embedding/text-embedding, dashscope.embed",
    "/api/v1/services/embeddings/multimodal-embedding/multimodal-embedding, dashscope.embed",
    "/api/v1/services/rerank/text-rerank/text-rerank, dashscope.rerank",
    "/v1/completions, openai.completions",
    "/openai/deployments/d/completions, openai.completions",
    "/v1/fim/completions, openai.chat",
    "/v1/images/generations, openai.images",
    "/v1/images/edits, openai.images",
    "/v1/audio/transcriptions, openai.transcription",
    "/v1/audio/translations, openai.transcription",
    "/v1/audio/speech, openai.speech",
    "/v1/moderations, openai.moderations",
  })
  void recognisesPatternsToo(String path, String format) {
    assertThat(WireFormats.recognise("POST", path).name()).isEqualTo(format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1beta/models/m:countTokens",
        "models/m:computeTokens",
        "models/veo-3.0-generate-001:predictLongRunning",
        "/v1/projects/p/locations/l/endpoints/123:predict",
        "publishers/google/models/weather:predict",
        "models/embedding:predict",
        "imagen-4/models/other:predict",
        "mymodels/imagen-4:predict",
        "/:generateContent",
        "/model//converse",
        "/converse"
      })
  void leavesWhatFitsNoPatternAlone(String path) {
    assertThat(WireFormats.recognise("POST", path)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "https://gw.example.com, /v1/chat/completions, openai.chat",
    "https://gw.example.com, /x:generateContent, gemini.generate_content",
    "https://api.cohere.com, /v2/chat, cohere.chat",
    "http://localhost:11434, /api/chat, ollama.chat",
    "https://api.anthropic.com, /v1/messages, anthropic.messages",
  })
  void recognisesAmongOtherRequestsByHostOrPath(String host, String path, String format) {
    assertThat(WireFormats.mayRecognise("POST", host + path + "?v=1")).isTrue();
    assertThat(WireFormats.recogniseAmongOthers(
                "POST", path, !host.startsWith("https://gw."), header -> null)
            .name())
        .isEqualTo(format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://chat.example.com/api/chat",
        "https://chat.example.com/v2/chat",
        "https://survey.example.com/v1/responses",
        "https://notapi.cohere.com.example.com/v2/chat",
        "https://example.com/?to=api.cohere.com/v2/chat",
        "https://api.cohere.com",
        "/v2/chat",
        "",
      })
  void leavesOtherRequestsAlone(String url) {
    assertThat(WireFormats.mayRecognise("POST", url)).isFalse();
  }

  @Test
  void takesMessagesOnAnyHostWhenTheySayThatTheyAreAnthropics() {
    assertThat(WireFormats.mayRecognise("POST", "https://gw.example.com/v1/messages"))
        .isTrue();
    assertThat(WireFormats.recogniseAmongOthers("POST", "/v1/messages", false, header -> null))
        .isNull();
    assertThat(WireFormats.recogniseAmongOthers(
                "POST",
                "/v1/messages",
                false,
                header -> header.equals("anthropic-version") ? "2023-06-01" : null)
            .name())
        .isEqualTo("anthropic.messages");
  }

  @Test
  void leavesOtherMethodsAlone() {
    assertThat(WireFormats.recognise("GET", "/v1/responses")).isNull();
    assertThat(WireFormats.recognise("DELETE", "/v1/chat/completions")).isNull();
  }

  @Test
  void namesOperationAndProvider() {
    assertThat(WireFormats.recognise("POST", "/v1/embeddings"))
        .extracting(WireFormat::operation, WireFormat::defaultProvider)
        .containsExactly("embeddings", "openai");
    assertThat(WireFormats.recognise("POST", "/v1/messages"))
        .extracting(WireFormat::operation, WireFormat::defaultProvider)
        .containsExactly("chat", "anthropic");
  }

  @Test
  void everyFormatHasANameOfItsOwn() {
    for (WireFormat format : WireFormats.all()) {
      assertThat(WireFormats.named(format.name())).isSameAs(format);
    }
    assertThat(WireFormats.named("openai")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "no JSON",
        "{\"object\":\"chat.completion\"",
        "{\"object\":\"chat.completion\",\"usageMetadata\":{}}",
        "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\"}}",
        "{\"usage\":{\"prompt_tokens\":1}}",
        "{\"object\":\"list\",\"data\":[]}",
      })
  void responseThatTellsNotEnoughIsOfNoFormat(String json) {
    assertThat(WireFormats.ofResponse(json.getBytes(UTF_8))).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"choices\":[],\"usage\":{\"prompt_tokens\":1}} | openai.chat",
        "{\"object\":\"response.compaction\",\"usage\":{\"input_tokens\":1}} | openai.responses",
        "[{\"candidates\":[]},{\"usageMetadata\":{}}] | gemini.generate_content",
        "{\"text\":\"x\",\"meta\":{\"billed_units\":{\"input_tokens\":1,\"output_tokens\":2}}} | cohere.chat",
        "{\"meta\":{\"billed_units\":{\"images\":1}}} | cohere.embed",
      })
  void recognisesResponsesByTheirSigns(String json, String format) {
    assertThat(WireFormats.ofResponse(json.getBytes(UTF_8)).name()).isEqualTo(format);
  }

  @Test
  void allocatesNothing() {
    // 60,000 calls: not even a byte each
    assertThat(AllocatedBytes.by(WireFormatsTest::recogniseManyTimes)).isLessThan(10_000);
  }

  private static void recogniseManyTimes() {
    for (int i = 0; i < 10_000; i++) {
      WireFormats.recognise("POST", "/v1/chat/completions");
      WireFormats.recognise("POST", "/v1/messages");
      WireFormats.recognise("POST", "/v1/threads/thread_abc/messages");
      WireFormats.recognise("GET", "/health");
      WireFormats.mayRecognise("POST", "https://shop.example.com/api/chat");
      WireFormats.mayRecognise("POST", "https://shop.example.com/orders?id=1");
      BatchFormat.recognise("GET", "/v1/files/file-1/content");
      BatchFormat.mayRecognise("GET", "https://shop.example.com/files/1/content?page=1");
    }
  }
}
