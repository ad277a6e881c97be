package io.opentelemetry.javaagent.costspan.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.ResponseFacts;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each provider's rules of usage make of a body as it would be recorded. The number before a
 * name is that of the rule: 3.01 OpenAI chat, 3.02 responses, 3.03 embeddings, images and audio,
 * 3.04 Anthropic, 3.05 Gemini, 3.06 Bedrock Converse, 3.07 Bedrock InvokeModel, 3.08 Azure, 3.09
 * Cohere, 3.10 Mistral, 3.11 DeepSeek, 3.12 xAI, routers and local servers, 3.13 streams that were
 * cut off, 3.14 other traps, 3.15 DashScope.
 */
class GoldenTest {

  /** Documents that look like those of another format: only who sent them knows better. */
  private static final Set<String> AMBIGUOUS =
      Set.of("3.07-bedrock-claude.json", "3.07-bedrock-openai.json");

  /** Format, file and what it says, worked out by hand from the rules. */
  private static final String GOLDEN = """
      openai.chat 3.01-openai-chat.json
        measured INPUT=2048 OUTPUT=900 TOTAL=2948 CACHE_READ=1024 REASONING=512 AUDIO_INPUT=0 AUDIO_OUTPUT=0
        tier=default finish=[stop, length]
      openai.chat 3.01-openai-chat-cache-write.json
        measured INPUT=10000 OUTPUT=200 TOTAL=10200 CACHE_READ=4000 CACHE_WRITE=5000 REASONING=0
        tier=default finish=[stop]
      openai.chat 3.01-openai-chat-priority.json
        measured INPUT=1000 OUTPUT=100 TOTAL=1100 tier=priority finish=[stop]
      openai.chat 3.01-openai-chat-audio.json
        measured INPUT=1200 OUTPUT=500 TOTAL=1700 CACHE_READ=640 REASONING=0 AUDIO_INPUT=700 IMAGE_INPUT=200
        AUDIO_CACHE_READ=384 IMAGE_CACHE_READ=128 AUDIO_OUTPUT=380 finish=[stop]
      openai.chat 3.01-openai-chat-stream-include-usage.txt
        measured INPUT=1500 OUTPUT=40 TOTAL=1540 CACHE_READ=1024 CACHE_WRITE=0 REASONING=16 AUDIO_INPUT=0
        AUDIO_OUTPUT=0 tier=default finish=[stop]
      openai.chat 3.01-openai-chat-stream-without-usage.txt
        absent tier=default finish=[stop]
      openai.responses 3.02-openai-responses.json
        measured INPUT=3000 OUTPUT=700 TOTAL=3700 CACHE_READ=1920 CACHE_WRITE=1000 REASONING=448
        tier=default finish=[completed]
      openai.responses 3.02-openai-responses-tools.json
        measured INPUT=9000 OUTPUT=400 TOTAL=9400 CACHE_READ=0 REASONING=0 WEB_SEARCHES=2 FILE_SEARCHES=1
        tier=default finish=[completed]
      openai.responses 3.02-openai-responses-web-search-preview.json
        measured INPUT=300 OUTPUT=80 TOTAL=380 CACHE_READ=0 REASONING=0 WEB_SEARCH_PREVIEWS=1
        tier=default finish=[completed]
      openai.responses 3.02-openai-responses-stream.txt
        measured INPUT=500 OUTPUT=60 TOTAL=560 CACHE_READ=0 REASONING=32 tier=flex finish=[completed]
      openai.embeddings 3.03-openai-embeddings.json
        measured INPUT=8 TOTAL=8
      openai.images 3.03-openai-images.json
        measured INPUT=1050 OUTPUT=4160 TOTAL=5210 IMAGE_INPUT=1000 IMAGE_OUTPUT=4160 size=1024x1024 quality=high
      openai.images 3.03-openai-images-dall-e.json
        measured IMAGES=2
      openai.images 3.03-openai-images-stream.txt
        measured INPUT=50 OUTPUT=1056 TOTAL=1106 IMAGE_INPUT=0 IMAGE_OUTPUT=1056 size=1024x1024 quality=medium
      openai.transcription 3.03-openai-transcription-tokens.json
        measured INPUT=110 OUTPUT=44 TOTAL=154 AUDIO_INPUT=100
      openai.transcription 3.03-openai-transcription-duration.json
        measured AUDIO_INPUT_MILLIS=12346
      openai.transcription 3.03-openai-transcription-stream.txt
        measured INPUT=14 OUTPUT=20 TOTAL=34 AUDIO_INPUT=14
      anthropic.messages 3.04-anthropic-message.json
        measured INPUT=23050 OUTPUT=800 CACHE_READ=20000 CACHE_WRITE=3000 CACHE_WRITE_1H=2000 REASONING=300
        WEB_SEARCHES=2 tier=standard region=global finish=[end_turn]
      anthropic.messages 3.04-anthropic-write-without-lifetime.json
        measured INPUT=3050 OUTPUT=80 CACHE_READ=0 CACHE_WRITE=3000 finish=[end_turn]
      anthropic.messages 3.04-anthropic-fast-in-the-us.json
        measured INPUT=1000 OUTPUT=500 CACHE_READ=0 CACHE_WRITE=0 tier=standard speed=fast region=us
        finish=[end_turn]
      anthropic.messages 3.04-anthropic-iterations.json
        measured INPUT=185700 OUTPUT=3800 CACHE_READ=500 CACHE_WRITE=4000 CACHE_WRITE_1H=3000 WEB_SEARCHES=1
        tier=standard finish=[end_turn]
        (null measured INPUT=180000 OUTPUT=3500 CACHE_READ=0 CACHE_WRITE=0)
        (null measured INPUT=5700 OUTPUT=300 CACHE_READ=500 CACHE_WRITE=4000 CACHE_WRITE_1H=3000)
      anthropic.messages 3.04-anthropic-advisor.json
        measured INPUT=3095 OUTPUT=2143 CACHE_READ=512 finish=[end_turn]
        (null measured INPUT=412 OUTPUT=89)
        (claude-opus-5 measured INPUT=923 OUTPUT=1612 CACHE_READ=100)
        (null measured INPUT=1760 OUTPUT=442 CACHE_READ=412)
      anthropic.messages 3.04-anthropic-stream-cumulative.txt
        measured INPUT=22000 OUTPUT=250 CACHE_READ=2000 CACHE_WRITE=0 WEB_SEARCHES=3 tier=standard
        finish=[end_turn]
      anthropic.messages 3.04-anthropic-stream-iterations.txt
        measured INPUT=150045 OUTPUT=2700 finish=[end_turn]
        (null measured INPUT=150000 OUTPUT=2500) (null measured INPUT=45 OUTPUT=200)
      gemini.generate_content 3.05-gemini-thinking.json
        measured INPUT=5000 OUTPUT=1000 TOTAL=6000 CACHE_READ=4000 REASONING=700 tier=standard finish=[STOP]
      gemini.generate_content 3.05-gemini-only-thoughts.json
        measured INPUT=100 OUTPUT=2000 TOTAL=2100 REASONING=2000 finish=[MAX_TOKENS]
      gemini.generate_content 3.05-gemini-modalities.json
        measured INPUT=3000 OUTPUT=1400 TOTAL=4400 CACHE_READ=1000 AUDIO_INPUT=800 IMAGE_INPUT=600 VIDEO_INPUT=800
        AUDIO_CACHE_READ=500 IMAGE_CACHE_READ=300 IMAGE_OUTPUT=1290 tier=flex finish=[STOP]
      gemini.generate_content 3.05-gemini-tool-use.json
        measured INPUT=9050 OUTPUT=350 TOTAL=9400 REASONING=150 finish=[STOP]
      gemini.generate_content 3.05-gemini-grounding.json
        measured INPUT=20 OUTPUT=80 TOTAL=100 GROUNDING_QUERIES=2 GROUNDED_PROMPTS=1 finish=[STOP]
      gemini.generate_content 3.05-vertex-provisioned.json
        measured INPUT=20 OUTPUT=80 TOTAL=100 tier=provisioned_throughput finish=[STOP]
      gemini.generate_content 3.05-gemini-stream-cumulative.txt
        measured INPUT=1000 OUTPUT=540 TOTAL=1540 REASONING=450 tier=priority finish=[STOP]
      gemini.generate_content 3.05-gemini-array.json
        measured INPUT=500 OUTPUT=130 TOTAL=630 CACHE_READ=256 REASONING=100 GROUNDING_QUERIES=1 GROUNDED_PROMPTS=1
        finish=[STOP]
      gemini.embeddings 3.05-gemini-embedding.json
        measured INPUT=1290 TOTAL=1290 IMAGE_INPUT=1280
      gemini.embeddings 3.05-vertex-embeddings.json
        measured INPUT=19
      gemini.imagen 3.05-gemini-imagen.json
        measured IMAGES=2
      gemini.imagen 3.05-vertex-imagen-stored.json
        measured IMAGES=3
      bedrock.converse 3.06-bedrock-converse.json
        measured INPUT=4030 OUTPUT=150 CACHE_READ=3000 CACHE_WRITE=1000 CACHE_WRITE_1H=600 tier=priority
        finish=[end_turn]
      bedrock.converse 3.06-bedrock-converse-stream.txt
        measured INPUT=3030 OUTPUT=150 CACHE_READ=3000 CACHE_WRITE=0 tier=flex finish=[end_turn]
      bedrock.invoke 3.07-bedrock-claude.json
        measured INPUT=1020 OUTPUT=60 CACHE_READ=900 CACHE_WRITE=100 CACHE_WRITE_1H=0 finish=[end_turn]
      bedrock.invoke 3.07-bedrock-claude-stream.txt
        measured INPUT=1020 OUTPUT=60 CACHE_READ=900 CACHE_WRITE=100 finish=[end_turn]
      bedrock.invoke 3.07-bedrock-nova.json
        measured INPUT=540 OUTPUT=12 CACHE_READ=500 CACHE_WRITE=0 finish=[end_turn]
      bedrock.invoke 3.07-bedrock-titan.json
        measured INPUT=25 OUTPUT=111 finish=[FINISH]
      bedrock.invoke 3.07-bedrock-titan-embedding.json
        measured INPUT=6
      bedrock.invoke 3.07-bedrock-titan-stream.txt
        measured INPUT=25 OUTPUT=9 finish=[FINISH]
      bedrock.invoke 3.07-bedrock-llama.json
        measured INPUT=33 OUTPUT=7 finish=[stop]
      bedrock.invoke 3.07-bedrock-mistral-stream.txt
        measured INPUT=63 OUTPUT=263 finish=[stop]
      bedrock.invoke 3.07-bedrock-openai.json
        measured INPUT=90 OUTPUT=30 TOTAL=120 CACHE_READ=64 finish=[stop]
      openai.chat 3.08-azure-chat.json
        measured INPUT=1500 OUTPUT=50 TOTAL=1550 CACHE_READ=1024 REASONING=0 AUDIO_INPUT=0 AUDIO_OUTPUT=0
        finish=[stop]
      cohere.chat 3.09-cohere-chat.json
        measured INPUT=22 OUTPUT=114 finish=[COMPLETE]
      cohere.chat 3.09-cohere-chat-stream.txt
        measured INPUT=21 OUTPUT=124 finish=[COMPLETE]
      cohere.embed 3.09-cohere-embed.json
        measured INPUT=3
      cohere.rerank 3.09-cohere-rerank.json
        measured SEARCH_UNITS=2
      openai.chat 3.10-mistral-chat.json
        measured INPUT=800 OUTPUT=60 TOTAL=860 CACHE_READ=512 finish=[stop]
      openai.chat 3.10-mistral-audio.json
        measured INPUT=12 OUTPUT=40 TOTAL=52 AUDIO_INPUT_MILLIS=203000 finish=[stop]
      mistral.ocr 3.10-mistral-ocr.json
        measured PAGES=2
      mistral.ocr 3.10-mistral-ocr-annotated.json
        measured ANNOTATED_PAGES=7
      openai.chat 3.11-deepseek.json
        measured INPUT=1200 OUTPUT=300 TOTAL=1500 CACHE_READ=1024 REASONING=200 finish=[stop]
      openai.chat 3.12-xai.json
        measured INPUT=1000 OUTPUT=350 TOTAL=1350 CACHE_READ=640 REASONING=300 AUDIO_INPUT=0 IMAGE_INPUT=0
        AUDIO_OUTPUT=0 usd=0.0037756000 finish=[stop]
      openai.chat 3.12-openrouter.json
        measured INPUT=194 OUTPUT=2 TOTAL=196 CACHE_READ=0 REASONING=0 AUDIO_INPUT=0 usd=0.00014 finish=[stop]
      openai.chat 3.12-openrouter-byok.json
        measured INPUT=1000 OUTPUT=100 TOTAL=1100 usd=0.00399 finish=[stop]
      openai.chat 3.12-perplexity.json
        measured INPUT=14 OUTPUT=294 TOTAL=308 usd=0.01045 finish=[stop]
      ollama.chat 3.12-ollama.json
        measured INPUT=26 OUTPUT=237 server=ollama finish=[stop]
      ollama.chat 3.12-ollama-prompt-cached.json
        partial OUTPUT=5 server=ollama finish=[stop]
      ollama.chat 3.12-ollama-stream.txt
        measured INPUT=26 OUTPUT=2 server=ollama finish=[stop]
      openai.chat 3.12-ollama-as-openai.json
        measured INPUT=72 OUTPUT=33 TOTAL=105 server=ollama finish=[stop]
      openai.chat 3.12-vllm.json
        measured INPUT=377 OUTPUT=378 TOTAL=755 server=vllm finish=[stop]
      openai.chat 3.12-llama-cpp.json
        measured INPUT=463 OUTPUT=20 TOTAL=483 server=llama_cpp finish=[stop]
      openai.chat 3.12-gemini-as-openai.json
        measured INPUT=10 OUTPUT=520 TOTAL=530 REASONING=500 finish=[stop]
      openai.chat 3.13-openai-chat-cut-off.txt
        absent tier=default
      anthropic.messages 3.13-anthropic-cut-off.txt
        partial INPUT=3500 CACHE_READ=1000 CACHE_WRITE=500 tier=standard
      gemini.generate_content 3.13-gemini-cut-off.txt
        partial INPUT=1000 OUTPUT=440 TOTAL=1440 REASONING=400
      openai.chat 3.13-xai-cut-off.txt
        partial INPUT=100 OUTPUT=9 TOTAL=109 usd=0.0002540000
      bedrock.converse 3.13-bedrock-converse-cut-off.txt
        absent
      anthropic.messages 3.14-anthropic-batch.json
        measured INPUT=1000 OUTPUT=200 CACHE_READ=0 CACHE_WRITE=0 tier=batch finish=[end_turn]
      anthropic.messages 3.14-anthropic-refusal.json
        measured INPUT=1000 OUTPUT=12 CACHE_READ=0 CACHE_WRITE=0 tier=standard finish=[refusal]
      openai.chat 3.14-openai-content-filter.json
        measured INPUT=700 OUTPUT=3 TOTAL=703 finish=[content_filter]
      dashscope.chat 3.15-dashscope-chat.json
        measured INPUT=3019 OUTPUT=104 TOTAL=3123 CACHE_READ=2048 finish=[stop]
      dashscope.chat 3.15-dashscope-text.json
        measured INPUT=22 OUTPUT=8 TOTAL=30 finish=[length]
      dashscope.chat 3.15-dashscope-cache-write.json
        measured INPUT=5000 OUTPUT=300 TOTAL=5300 CACHE_READ=1000 CACHE_WRITE=3000 REASONING=200 finish=[stop]
      dashscope.chat 3.15-dashscope-multimodal.json
        measured INPUT=1277 OUTPUT=81 TOTAL=1358 IMAGE_INPUT=1247 finish=[stop]
      dashscope.chat 3.15-dashscope-image.json
        measured IMAGES=2 finish=[stop]
      dashscope.chat 3.15-dashscope-stream.txt
        measured INPUT=26 OUTPUT=7 TOTAL=33 CACHE_READ=0 finish=[stop]
      dashscope.chat 3.15-dashscope-stream-usage-at-end.txt
        measured INPUT=56 OUTPUT=31 TOTAL=87 finish=[stop]
      dashscope.chat 3.15-dashscope-cut-off.txt
        partial INPUT=10 OUTPUT=2 TOTAL=12
      dashscope.embed 3.15-dashscope-embed.json
        measured INPUT=23 TOTAL=23
      dashscope.embed 3.15-dashscope-embed-multimodal.json
        measured INPUT=906 IMAGE_INPUT=896
      dashscope.rerank 3.15-dashscope-rerank.json
        measured INPUT=79 TOTAL=79
      """;

  @ParameterizedTest
  @MethodSource("all")
  void saysWhatTheRuleTells(Golden golden) {
    ResponseReader reader = golden.format().responseReader(golden.isStream());
    Recorded.feed(reader, golden.bytes());
    reader.endOfInput();

    assertThat(reader.malformed()).isZero();
    assertThat(told(reader.facts())).isEqualTo(golden.expected());
    assertThat(reader.facts().usage().leaves().isConsistent()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("all")
  void formatIsKnownFromTheDocument(Golden golden) {
    if (!golden.isStream() && !AMBIGUOUS.contains(golden.file())) {
      assertThat(WireFormats.ofResponse(golden.bytes())).isSameAs(golden.format());
    }
  }

  @Test
  void leavesNoBodyOut() throws URISyntaxException {
    URL directory = GoldenTest.class.getResource(Golden.DIRECTORY);
    List<String> files = Arrays.asList(new File(directory.toURI()).list());

    assertThat(all().map(Golden::file)).containsExactlyInAnyOrderElementsOf(files);
  }

  static Stream<Golden> all() {
    return Arrays.stream(GOLDEN.split("\n(?=\\S)")).map(Golden::parse);
  }

  /** A body, and what is expected of it. */
  record Golden(WireFormat format, String file, String expected) {

    static final String DIRECTORY = "/io/opentelemetry/javaagent/costspan/golden/";

    static Golden parse(String text) {
      String[] parts = text.strip().split("\\s+", 3);
      return new Golden(WireFormats.named(parts[0]), parts[1], parts[2].replaceAll("\\s+", " "));
    }

    boolean isStream() {
      return file.endsWith(".txt");
    }

    String path() {
      return DIRECTORY + file;
    }

    byte[] bytes() {
      return Recorded.bytes(path());
    }

    @Override
    public String toString() {
      return file;
    }
  }

  private static String told(ResponseFacts facts) {
    String runs = facts.usage().runs().stream()
        .map(run -> " (" + run.model() + " " + run.usage() + ")")
        .collect(Collectors.joining());
    return facts.usage()
        + told("tier", facts.terms().serviceTier())
        + told("speed", facts.terms().speed())
        + told("region", facts.terms().region())
        + told("size", facts.terms().imageSize())
        + told("quality", facts.terms().imageQuality())
        + told("usd", facts.usage().reportedUsd())
        + told("server", facts.localServer())
        + told("finish", facts.finishReasons().isEmpty() ? null : facts.finishReasons())
        + runs;
  }

  private static String told(String name, Object value) {
    return value == null ? "" : " " + name + "=" + value;
  }
}
