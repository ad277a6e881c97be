package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.otlp.ReceivedSpan;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is particular to google-genai. */
class GenaiIT {
  private static final int MANY = 40;

  private static Run plain;
  private static Run watched;

  @BeforeAll
  static void runBoth() {
    plain = Launch.bare().run(Jdks.running(), GenaiIT::others);
    watched = Launch.in(Environment.current()).run(Jdks.running(), GenaiIT::others);
  }

  private static void others(JvmCommand command, String url, String refusedPort) {
    command
        .classPath(List.of(App.GENAI_NEWEST.classPath()))
        .main("io.costspan.smoke.genai.Others", url, String.valueOf(MANY));
  }

  @Test
  void applicationSeesWhatItSeesWithoutUs() {
    Invisibility.sawTheSame(plain, watched);
    assertThat(watched.received().sum("costspan.failures", Map.of())).isZero();
  }

  @Test
  void turnsOfAChatAreCalls() {
    assertThat(attributesOf(11).string("gen_ai.operation.name")).isEqualTo("generate_content");
    assertThat(attributesOf(12).string("llm.stream.end")).isEqualTo("eof");
  }

  @Test
  void imagesArePricedEach() {
    List<ReceivedSpan> spans = watched.received().spansOf(Run.SCOPE).stream()
        .filter(span -> span.name().equals("image_generation imagen-4.0-generate-001"))
        .toList();

    assertThat(spans).hasSize(1);
    Attributes attributes = spans.get(0).attributes();
    assertThat(attributes.integer("gen_ai.request.choice.count")).isEqualTo(2);
    // 2 × 0.04
    assertThat(attributes.number("gen_ai.usage.cost.amount")).isEqualTo(0.08);
  }

  @Test
  void addressAndProviderAreThoseOfTheRequest() {
    assertThat(attributesOf(13).integer("server.port")).isEqualTo(watched.providerPort());
    assertThat(attributesOf(13).string("gen_ai.provider.name")).isEqualTo("gcp.gemini");
    assertThat(attributesOf(14).string("gen_ai.provider.name")).isEqualTo("gcp.vertex_ai");
    assertThat(attributesOf(14).string("llm.price.entry"))
        .isEqualTo("gcp.vertex_ai/gemini-2.5-flash");
  }

  /** Two turns, an image, one elsewhere, one at Vertex AI; counting tokens is no call. */
  @Test
  void manyAtOnceAreOneSpanEachWithTheTransportBelow() {
    assertThat(watched.received().spansOf(Run.SCOPE)).hasSize(5 + MANY);
    LongStream.range(100, 100 + MANY)
        .forEach(number -> assertThat(watched.received().childrenOf(spanOf(number)))
            .as("below %d", number)
            .hasSize(1));
  }

  private static Attributes attributesOf(long number) {
    return spanOf(number).attributes();
  }

  private static ReceivedSpan spanOf(long number) {
    List<ReceivedSpan> spans = watched.received().spansOf(Run.SCOPE).stream()
        .filter(span -> span.attributes().has("gen_ai.request.max_tokens"))
        .filter(span -> span.attributes().integer("gen_ai.request.max_tokens") == number)
        .toList();
    assertThat(spans).as("spans of %d", number).hasSize(1);
    return spans.get(0);
  }
}
