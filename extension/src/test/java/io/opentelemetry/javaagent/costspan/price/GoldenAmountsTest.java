package io.opentelemetry.javaagent.costspan.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import io.opentelemetry.javaagent.costspan.wire.ResponseReader;
import io.opentelemetry.javaagent.costspan.wire.WireFormats;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each golden payload costs, from the body to the amount. Rates are per million tokens, of
 * {@code golden-book.yaml}; the arithmetic stands beside each amount as one does it on paper.
 */
class GoldenAmountsTest {

  private static final String DIRECTORY = "/io/opentelemetry/javaagent/costspan/golden/";
  static final PriceBook BOOK = book();

  /** A Saturday; DeepSeek's peak is on weekdays. */
  private static final String NOON = "2026-11-21T12:00:00Z";

  /** File, format, provider, model asked for, amount or the reason why there is none. */
  private static final Object[][] GOLDEN = {
    // 1024 × 2.50 + 1024 × 0.25 + 388 × 15 + 512 reasoning × 15 = 2560 + 256 + 13500
    {"3.01-openai-chat.json", "openai.chat", "openai", "gpt-5.4", "0.016316"},
    // 1000 × 4 + 4000 × 0.40 + 5000 written × 5 + 200 × 20 = 4000 + 1600 + 25000 + 4000
    {"3.01-openai-chat-cache-write.json", "openai.chat", "openai", "gpt-5.6-sol", "0.0346"},
    // served as priority: 1000 × 12.50 + 100 × 75 = 12500 + 7500
    {"3.01-openai-chat-priority.json", "openai.chat", "openai", "gpt-5.5", "0.02"},
    // text 300 − 128 cached = 172 × 2.50 = 430; 128 × 1.25 = 160; audio 700 − 384 = 316 × 32 =
    // 10112;
    // its cache has no rate of its own: 384 × 32 = 12288; images 72 × 5 + 128 × 5 = 1000;
    // out 120 × 10 = 1200, audio 380 × 64 = 24320
    {"3.01-openai-chat-audio.json", "openai.chat", "openai", "gpt-audio", "0.04951"},
    // 476 × 4 + 1024 × 0.40 + 40 × 20 = 1904 + 409.6 + 800
    {
      "3.01-openai-chat-stream-include-usage.txt",
      "openai.chat",
      "openai",
      "gpt-5.6-sol",
      "0.0031136"
    },
    {"3.01-openai-chat-stream-without-usage.txt", "openai.chat", "openai", "gpt-5.6-sol", "no_usage"
    },
    // 80 × 4 + 1920 × 0.40 + 1000 written × 5 + 700 × 20 = 320 + 768 + 5000 + 14000
    {"3.02-openai-responses.json", "openai.responses", "openai", "gpt-5.6-sol", "0.020088"},
    // 9000 × 2.50 + 400 × 15 = 28500; two searches 0.02; a file search 0.0025; opening a page is
    // free
    {"3.02-openai-responses-tools.json", "openai.responses", "openai", "gpt-5.4", "0.051"},
    // 300 × 2 + 80 × 8 = 1240; a search by the preview tool on a model that does not reason 0.025
    {
      "3.02-openai-responses-web-search-preview.json",
      "openai.responses",
      "openai",
      "gpt-4.1",
      "0.02624"
    },
    // served as flex: 500 × 2 + 60 × 10 = 1000 + 600
    {"3.02-openai-responses-stream.txt", "openai.responses", "openai", "gpt-5.6-sol", "0.0016"},
    // 8 × 0.02 = 0.16 millionths
    {
      "3.03-openai-embeddings.json",
      "openai.embeddings",
      "openai",
      "text-embedding-3-small",
      "0.00000016"
    },
    // 50 × 5 + 1000 × 10 + 4160 × 40 = 250 + 10000 + 166400
    {"3.03-openai-images.json", "openai.images", "openai", "gpt-image-1", "0.17665"},
    // 50 × 5 + 1056 × 40 = 250 + 42240
    {"3.03-openai-images-stream.txt", "openai.images", "openai", "gpt-image-1", "0.04249"},
    // the response does not say of which size: not the price of some size
    {"3.03-openai-images-dall-e.json", "openai.images", "openai", "dall-e-3", "no_price_for_unit"},
    // 10 × 2.50 + 100 × 6 + 44 × 10 = 25 + 600 + 440
    {
      "3.03-openai-transcription-tokens.json",
      "openai.transcription",
      "openai",
      "gpt-4o-transcribe",
      "0.001065"
    },
    // 14 × 6 + 20 × 10 = 84 + 200
    {
      "3.03-openai-transcription-stream.txt",
      "openai.transcription",
      "openai",
      "gpt-4o-transcribe",
      "0.000284"
    },
    // 12.346 s × 0.0001
    {
      "3.03-openai-transcription-duration.json",
      "openai.transcription",
      "openai",
      "whisper-1",
      "0.0012346"
    },
    // 50 × 2 + 20000 × 0.20 + 1000 × 2.50 + 2000 × 4 + 800 × 10 = 100 + 4000 + 2500 + 8000 + 8000;
    // two searches 0.02, fetching is free
    {"3.04-anthropic-message.json", "anthropic.messages", "anthropic", "claude-sonnet-5", "0.0426"},
    // 50 × 2 + 3000 × 2.50 + 80 × 10 = 100 + 7500 + 800
    {
      "3.04-anthropic-write-without-lifetime.json",
      "anthropic.messages",
      "anthropic",
      "claude-sonnet-5",
      "0.0084"
    },
    // (1000 × 10 + 500 × 50) × 1.1 = 35000 × 1.1
    {
      "3.04-anthropic-fast-in-the-us.json",
      "anthropic.messages",
      "anthropic",
      "claude-opus-5",
      "0.0385"
    },
    // 180000 × 5 + 3500 × 25 = 987500; 1200 × 5 + 500 × 0.50 + 1000 × 6.25 + 3000 × 10 + 300 × 25 =
    // 6000 + 250 + 6250 + 30000 + 7500 = 50000; a search 0.01. The top-level counts come to 0.0138
    {"3.04-anthropic-iterations.json", "anthropic.messages", "anthropic", "claude-opus-5", "1.0475"
    },
    // haiku 412 × 1 + 89 × 5 = 857; opus 823 × 5 + 100 × 0.50 + 1612 × 25 = 44465;
    // haiku 1348 × 1 + 412 × 0.10 + 442 × 5 = 3599.2
    {
      "3.04-anthropic-advisor.json",
      "anthropic.messages",
      "anthropic",
      "claude-haiku-4-5",
      "0.0489212"
    },
    // 20000 × 2 + 2000 × 0.20 + 250 × 10 = 42900; three searches 0.03
    {
      "3.04-anthropic-stream-cumulative.txt",
      "anthropic.messages",
      "anthropic",
      "claude-sonnet-5",
      "0.0729"
    },
    // 150000 × 5 + 2500 × 25 = 812500; 45 × 5 + 200 × 25 = 5225
    {
      "3.04-anthropic-stream-iterations.txt",
      "anthropic.messages",
      "anthropic",
      "claude-opus-5",
      "0.817725"
    },
    // 1000 × 0.50 + 4000 × 0.05 + 300 × 3 + 700 thought × 3 = 500 + 200 + 3000
    {
      "3.05-gemini-thinking.json",
      "gemini.generate_content",
      "gcp.gemini",
      "gemini-3.5-flash",
      "0.0037"
    },
    // 100 × 0.50 + 2000 × 3
    {
      "3.05-gemini-only-thoughts.json",
      "gemini.generate_content",
      "gcp.gemini",
      "gemini-3.5-flash",
      "0.00605"
    },
    // flex: audio 300 × 0.50 + 500 × 0.05 = 175; images 300 × 0.25 + 300 × 0.025 = 82.5;
    // video 800 × 0.25 = 200; text 3000 − 800 − 600 − 800 − 200 cached = 600 × 0.25 = 150;
    // cached text and video 200 × 0.025 = 5; out 110 × 1.50 + 1290 × 15 = 165 + 19350
    {
      "3.05-gemini-modalities.json",
      "gemini.generate_content",
      "gcp.gemini",
      "gemini-3.5-flash",
      "0.0201275"
    },
    // 9050 × 0.50 + 350 × 3 = 4525 + 1050
    {
      "3.05-gemini-tool-use.json",
      "gemini.generate_content",
      "gcp.gemini",
      "gemini-3.5-flash",
      "0.005575"
    },
    // 20 × 0.50 + 80 × 3 = 250; two different queries 0.028
    {
      "3.05-gemini-grounding.json",
      "gemini.generate_content",
      "gcp.gemini",
      "gemini-3.5-flash",
      "0.02825"
    },
    {
      "3.05-vertex-provisioned.json",
      "gemini.generate_content",
      "gcp.vertex_ai",
      "gemini-2.5-pro",
      "no_price_for_unit"
    },
    // the last chunk, as priority: 1000 × 3.60 + 540 × 21.60 = 3600 + 11664
    {
      "3.05-gemini-stream-cumulative.txt",
      "gemini.generate_content",
      "gcp.gemini",
      "gemini-3.1-pro",
      "0.015264"
    },
    // the array's last element, 256 cached: 244 × 0.30 + 256 × 0.03 + 130 × 2.50 = 73.2 + 7.68 +
    // 325;
    // a grounded prompt 0.035, its query free
    {
      "3.05-gemini-array.json",
      "gemini.generate_content",
      "gcp.gemini",
      "gemini-2.5-flash",
      "0.03540588"
    },
    // an image 1280 × 0.45 + text 10 × 0.20 = 576 + 2
    {
      "3.05-gemini-embedding.json",
      "gemini.embeddings",
      "gcp.gemini",
      "gemini-embedding-2",
      "0.000578"
    },
    // (12 + 7) × 0.10
    {
      "3.05-vertex-embeddings.json",
      "gemini.embeddings",
      "gcp.vertex_ai",
      "text-embedding-005",
      "0.0000019"
    },
    // two of four images were made: 2 × 0.04
    {"3.05-gemini-imagen.json", "gemini.imagen", "gcp.gemini", "imagen-4.0-generate-001", "0.08"},
    // 3 × 0.06
    {
      "3.05-vertex-imagen-stored.json",
      "gemini.imagen",
      "gcp.vertex_ai",
      "imagen-4.0-ultra-generate-001",
      "0.18"
    },
    // served as priority, for which the book has no rates
    {
      "3.06-bedrock-converse.json",
      "bedrock.converse",
      "aws.bedrock",
      "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
      "no_price_for_unit"
    },
    // flex: 30 × 0.165 + 3000 × 0.04125 + 150 × 1.375 = 4.95 + 123.75 + 206.25
    {
      "3.06-bedrock-converse-stream.txt",
      "bedrock.converse",
      "aws.bedrock",
      "amazon.nova-2-lite-v1:0",
      "0.00033495"
    },
    // 20 × 3 + 900 × 0.30 + 100 × 3.75 + 60 × 15 = 60 + 270 + 375 + 900
    {
      "3.07-bedrock-claude.json",
      "bedrock.invoke",
      "aws.bedrock",
      "anthropic.claude-sonnet-4-5-20250929-v1:0",
      "0.001605"
    },
    {
      "3.07-bedrock-claude-stream.txt",
      "bedrock.invoke",
      "aws.bedrock",
      "anthropic.claude-sonnet-4-5-20250929-v1:0",
      "0.001605"
    },
    // 40 × 0.33 + 500 × 0.0825 + 12 × 2.75 = 13.2 + 41.25 + 33
    {
      "3.07-bedrock-nova.json",
      "bedrock.invoke",
      "aws.bedrock",
      "amazon.nova-2-lite-v1:0",
      "0.00008745"
    },
    // 25 × 0.20 + 111 × 0.60 = 5 + 66.6
    {
      "3.07-bedrock-titan.json",
      "bedrock.invoke",
      "aws.bedrock",
      "amazon.titan-text-express-v1",
      "0.0000716"
    },
    // 6 × 0.02
    {
      "3.07-bedrock-titan-embedding.json",
      "bedrock.invoke",
      "aws.bedrock",
      "amazon.titan-embed-text-v2:0",
      "0.00000012"
    },
    // 25 × 0.20 + 9 × 0.60 = 5 + 5.4
    {
      "3.07-bedrock-titan-stream.txt",
      "bedrock.invoke",
      "aws.bedrock",
      "amazon.titan-text-express-v1",
      "0.0000104"
    },
    // 40 × 0.72
    {
      "3.07-bedrock-llama.json",
      "bedrock.invoke",
      "aws.bedrock",
      "meta.llama3-3-70b-instruct-v1:0",
      "0.0000288"
    },
    // 63 × 3 + 263 × 9 = 189 + 2367
    {
      "3.07-bedrock-mistral-stream.txt",
      "bedrock.invoke",
      "aws.bedrock",
      "mistral.mistral-large-2407-v1:0",
      "0.002556"
    },
    // no rate for cached tokens: 90 × 0.15 + 30 × 0.60 = 13.5 + 18
    {
      "3.07-bedrock-openai.json",
      "bedrock.invoke",
      "aws.bedrock",
      "openai.gpt-oss-120b-1:0",
      "0.0000315"
    },
    // the model that answered, at OpenAI's list: 476 × 2 + 1024 × 0.50 + 50 × 8 = 952 + 512 + 400
    {"3.08-azure-chat.json", "openai.chat", "azure.ai.openai", "our-deployment", "0.001864"},
    // 22 × 2.50 + 114 × 10 = 55 + 1140
    {"3.09-cohere-chat.json", "cohere.chat", "cohere", "command-a-03-2025", "0.001195"},
    // 21 × 2.50 + 124 × 10 = 52.5 + 1240
    {"3.09-cohere-chat-stream.txt", "cohere.chat", "cohere", "command-a-03-2025", "0.0012925"},
    // 3 × 0.12
    {"3.09-cohere-embed.json", "cohere.embed", "cohere", "embed-v4.0", "0.00000036"},
    // two units at 0.002
    {"3.09-cohere-rerank.json", "cohere.rerank", "cohere", "rerank-v3.5", "0.004"},
    // 288 × 0.50 + 512 × 0.05 + 60 × 1.50 = 144 + 25.6 + 90
    {"3.10-mistral-chat.json", "openai.chat", "mistral_ai", "mistral-large-latest", "0.0002596"},
    // 12 × 0.10 + 40 × 0.30 = 13.2 millionths; 203 s × 0.00006 = 0.01218
    {"3.10-mistral-audio.json", "openai.chat", "mistral_ai", "voxtral-small-2507", "0.0121932"},
    // two pages at 0.002
    {"3.10-mistral-ocr.json", "mistral.ocr", "mistral_ai", "mistral-ocr-2512", "0.004"},
    // seven annotated pages at 0.003
    {"3.10-mistral-ocr-annotated.json", "mistral.ocr", "mistral_ai", "mistral-ocr-2512", "0.021"},
    // off-peak: 176 × 0.66 + 1024 × 0.022 + 300 × 1.98 = 116.16 + 22.528 + 594
    {"3.11-deepseek.json", "openai.chat", "deepseek", "deepseek-v4-pro", "0.000732688"},
    // 37,756,000 ticks of 10^-10 USD, whatever the book says
    {"3.12-xai.json", "openai.chat", "x_ai", "grok-4.7", "0.0037756"},
    {"3.12-openrouter.json", "openai.chat", "openrouter", "google/gemini-3.5-flash", "0.00014"},
    // the router's own 0.00019 and the 0.0038 that the key's owner pays
    {"3.12-openrouter-byok.json", "openai.chat", "openrouter", "openai/gpt-5.4", "0.00399"},
    {"3.12-perplexity.json", "openai.chat", "perplexity", "sonar-pro", "0.01045"},
    {"3.12-ollama.json", "ollama.chat", "ollama", "gpt-oss:20b", "unknown_model"},
    {"3.12-ollama-prompt-cached.json", "ollama.chat", "ollama", "gpt-oss:20b", "partial_usage"},
    {"3.12-ollama-stream.txt", "ollama.chat", "ollama", "llama3.2", "unknown_model"},
    {"3.12-ollama-as-openai.json", "openai.chat", "openai", "gpt-oss:120b", "unknown_model"},
    {"3.12-vllm.json", "openai.chat", "openai", "openai/gpt-oss-120b", "unknown_model"},
    {"3.12-llama-cpp.json", "openai.chat", "openai", "gpt-oss-20b", "unknown_model"},
    // 10 × 0.30 + 20 × 2.50 + 500 hidden × 2.50 = 3 + 1300
    {"3.12-gemini-as-openai.json", "openai.chat", "gcp.gemini", "gemini-2.5-flash", "0.001303"},
    {"3.13-openai-chat-cut-off.txt", "openai.chat", "openai", "gpt-5.6-sol", "no_usage"},
    {
      "3.13-anthropic-cut-off.txt",
      "anthropic.messages",
      "anthropic",
      "claude-sonnet-5",
      "partial_usage"
    },
    {
      "3.13-gemini-cut-off.txt",
      "gemini.generate_content",
      "gcp.gemini",
      "gemini-3.1-pro",
      "partial_usage"
    },
    {"3.13-xai-cut-off.txt", "openai.chat", "x_ai", "grok-4.7", "partial_usage"},
    {
      "3.13-bedrock-converse-cut-off.txt",
      "bedrock.converse",
      "aws.bedrock",
      "amazon.nova-2-lite-v1:0",
      "no_usage"
    },
    // half price: 1000 × 1 + 200 × 5
    {"3.14-anthropic-batch.json", "anthropic.messages", "anthropic", "claude-sonnet-5", "0.002"},
    // a refusal is billed: 1000 × 2 + 12 × 10
    {"3.14-anthropic-refusal.json", "anthropic.messages", "anthropic", "claude-sonnet-5", "0.00212"
    },
    // a filtered answer is billed: 700 × 2.50 + 3 × 15 = 1750 + 45
    {"3.14-openai-content-filter.json", "openai.chat", "openai", "gpt-5.4", "0.001795"},
    // 971 × 0.50 + 2048 × 0.10 + 104 × 2 = 485.5 + 204.8 + 208
    {"3.15-dashscope-chat.json", "dashscope.chat", "dashscope", "qwen-plus", "0.0008983"},
    // 22 × 0.50 + 8 × 2 = 11 + 16
    {"3.15-dashscope-text.json", "dashscope.chat", "dashscope", "qwen-plus", "0.000027"},
    // 1000 × 0.50 + 1000 × 0.10 + 3000 written × 0.60 + 100 × 2 + 200 thought × 4 =
    // 500 + 100 + 1800 + 200 + 800
    {"3.15-dashscope-cache-write.json", "dashscope.chat", "dashscope", "qwen-plus", "0.0034"},
    // images have no rate of their own: 1277 × 0.20 + 81 × 1.60 = 255.4 + 129.6
    {"3.15-dashscope-multimodal.json", "dashscope.chat", "dashscope", "qwen-vl-plus", "0.000385"},
    // two images at 0.035
    {"3.15-dashscope-image.json", "dashscope.chat", "dashscope", "qwen-image", "0.07"},
    // 26 × 0.50 + 7 × 2 = 13 + 14
    {"3.15-dashscope-stream.txt", "dashscope.chat", "dashscope", "qwen-plus", "0.000027"},
    // 56 × 0.50 + 31 × 2 = 28 + 62
    {"3.15-dashscope-stream-usage-at-end.txt", "dashscope.chat", "dashscope", "qwen-plus", "0.00009"
    },
    {"3.15-dashscope-cut-off.txt", "dashscope.chat", "dashscope", "qwen-plus", "partial_usage"},
    // 23 × 0.07
    {"3.15-dashscope-embed.json", "dashscope.embed", "dashscope", "text-embedding-v4", "0.00000161"
    },
    // 10 × 0.10 + 896 × 0.12 = 1 + 107.52
    {
      "3.15-dashscope-embed-multimodal.json",
      "dashscope.embed",
      "dashscope",
      "multimodal-embedding-v1",
      "0.00010852"
    },
    // Beijing's price list is another one
    {
      "3.15-dashscope-rerank.json",
      "dashscope.rerank",
      "dashscope_cn",
      "gte-rerank-v2",
      "unknown_model"
    },
  };

  @ParameterizedTest
  @MethodSource("all")
  void costsWhatOnePaysOnPaper(Golden golden) throws IOException {
    Quote quote = BOOK.quote(golden.callAt(NOON));

    if (quote.cost() == null) {
      assertThat(quote.reason().value()).isEqualTo(golden.expected());
    } else {
      assertThat(quote.cost().usd()).isEqualByComparingTo(new BigDecimal(golden.expected()));
      assertThat(quote.cost().parts().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(golden.expected());
    }
  }

  @Test
  void costsTwiceAsMuchAtPeakHours() throws IOException {
    Golden deepSeek =
        all().filter(golden -> golden.file().contains("deepseek")).findAny().get();

    // Friday, 09:59:59: 2 × 0.000732688.
    assertThat(BOOK.quote(deepSeek.callAt("2026-11-20T09:59:59Z")).cost().usd())
        .isEqualByComparingTo("0.001465376");
    assertThat(BOOK.quote(deepSeek.callAt("2026-11-20T10:00:00Z")).cost().usd())
        .isEqualByComparingTo("0.000732688");
  }

  @Test
  void leavesNoBodyOut() throws URISyntaxException {
    File directory = new File(GoldenAmountsTest.class.getResource(DIRECTORY).toURI());

    assertThat(all().map(Golden::file)).containsExactlyInAnyOrder(directory.list());
  }

  static Stream<Golden> all() {
    return Arrays.stream(GOLDEN)
        .map(row -> new Golden(
            (String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4]));
  }

  record Golden(String file, String format, String provider, String model, String expected) {

    BilledCall callAt(String instant) throws IOException {
      ResponseFacts facts = facts();
      String local = facts.localServer();
      return BilledCall.of(
          local == null ? provider : local,
          model,
          facts.model(),
          facts.usage(),
          facts.terms(),
          Instant.parse(instant));
    }

    private ResponseFacts facts() throws IOException {
      ResponseReader reader =
          Objects.requireNonNull(WireFormats.named(format)).responseReader(file.endsWith(".txt"));
      byte[] bytes = bytes();
      reader.feed(bytes, 0, bytes.length);
      reader.endOfInput();
      return reader.facts();
    }

    byte[] bytes() throws IOException {
      try (InputStream body = GoldenAmountsTest.class.getResourceAsStream(DIRECTORY + file)) {
        return body.readAllBytes();
      }
    }

    @Override
    public String toString() {
      return file + " " + expected;
    }
  }

  private static PriceBook book() {
    try (InputStream book = GoldenAmountsTest.class.getResourceAsStream("golden-book.yaml")) {
      return PriceBook.parse(
          new String(book.readAllBytes(), StandardCharsets.UTF_8), "golden-book.yaml");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
