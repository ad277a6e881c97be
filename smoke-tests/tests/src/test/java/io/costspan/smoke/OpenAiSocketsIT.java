package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import io.costspan.testbed.otlp.Attributes;
import io.costspan.testbed.otlp.ReceivedSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Responses and Realtime of openai-java over WebSockets. */
class OpenAiSocketsIT {
  private static SocketProvider provider;
  private static Run plain;
  private static Run watched;

  @BeforeAll
  static void runBoth() throws InterruptedException {
    provider = SocketProvider.open();
    plain = Launch.bare().run(Jdks.running(), OpenAiSocketsIT::sockets);
    provider.forget();
    watched = Launch.in(Environment.current()).run(Jdks.running(), OpenAiSocketsIT::sockets);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    provider.close();
  }

  private static void sockets(JvmCommand command, String url, String refusedPort) {
    command
        .classPath(List.of(App.OPENAI_NEWEST.classPath()))
        .main("io.costspan.smoke.openai.Sockets", provider.url());
  }

  /** The bare SDK opens none where a client has an interceptor of an agent's. */
  @Test
  void applicationSeesWhatItSeesWithoutUs() {
    Invisibility.sawTheSame(plain, watched);
    assertThat(plain.jvm().stdout()).hasSizeGreaterThan(20).noneMatch(l -> l.contains("Illegal"));
    assertThat(watched.received().sum("costspan.failures", Map.of())).isZero();
  }

  @Test
  void everyResponseIsOneCallAndTheUpgradeIsNone() {
    assertThat(spans()).hasSize(8 + 3 + 1 + 1);
    assertThat(watched.received().eventsNamed("llm.call")).hasSameSizeAs(spans());
    assertThat(watched.received().sum("llm.requests", Map.of())).isEqualByComparingTo("13");
  }

  @Test
  void everyResponseCostsWhatTheProviderBilled() {
    Map<String, BigDecimal> ledger = provider.ledger();
    assertThat(ledger.keySet())
        .isEqualTo(Set.of(
            "resp_2201",
            "resp_2202",
            "resp_2205",
            "resp_2206",
            "resp_2209",
            "resp_2210",
            "resp_heard",
            "item_1"));
    ledger.forEach((id, usd) -> assertThat((id.equals("item_1") ? transcription() : ofResponse(id))
            .number("gen_ai.usage.cost.amount"))
        .as(id)
        .isEqualTo(usd.doubleValue()));
    BigDecimal total = ledger.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(watched.received().sum("llm.cost", Map.of())).isEqualByComparingTo(total);
  }

  @Test
  void countsByTheKindOfTokens() {
    assertThat(watched.received().sum("llm.tokens", Map.of("llm.token.kind", "audio_input")))
        .isEqualByComparingTo("300");
    assertThat(watched.received().sum("llm.tokens", Map.of("llm.token.kind", "image_input")))
        .isEqualByComparingTo("50");
    assertThat(watched.received().sum("llm.tokens", Map.of("llm.token.kind", "audio_output")))
        .isEqualByComparingTo("200");
  }

  @Test
  void saysHowEachEnded() {
    ended(2201, "success", null, "complete");
    ended(2203, "error", "previous_response_not_found", "complete");
    ended(2204, "error", "server_error", "complete");
    ended(2205, "success", null, "complete");
    ended(2206, "success", null, "complete");
    ended(2207, "cancelled", null, "closed");
    ended(2208, "error", "incomplete_response", "eof");
    ended(2210, "success", null, "complete");
    ended(2211, "error", "conversation_already_has_active_response", "complete");
    for (int unknown : new int[] {2203, 2204, 2207, 2208, 2211}) {
      assertThat(ofCall(unknown).string("llm.usage.status")).isEqualTo("absent");
      assertThat(ofCall(unknown).has("gen_ai.usage.cost.amount")).isFalse();
    }
  }

  @Test
  void saysWhatWasAskedAndWhenTheAnswerBegan() {
    for (int answered : new int[] {2201, 2205, 2206, 2209, 2210}) {
      Attributes call = ofCall(answered);
      assertThat(call.number("gen_ai.response.time_to_first_chunk")).isPositive();
      assertThat(call.string("gen_ai.operation.name")).isEqualTo("chat");
      assertThat(call.string("gen_ai.provider.name")).isEqualTo("openai");
      assertThat(call.string("server.address")).isEqualTo("127.0.0.1");
      assertThat(call.string("gen_ai.request.model"))
          .isEqualTo(answered < 2209 ? "gpt-4.1-mini" : "gpt-realtime");
    }
    assertThat(transcription().string("gen_ai.request.model")).isEqualTo("whisper-1");
  }

  private static void ended(int number, String outcome, String errorType, String streamEnd) {
    Attributes call = ofCall(number);
    assertThat(call.string("llm.outcome")).as("outcome of %d", number).isEqualTo(outcome);
    assertThat(call.stringOrEmpty("error.type")).isEqualTo(errorType == null ? "" : errorType);
    assertThat(call.string("llm.stream.end")).isEqualTo(streamEnd);
  }

  private static Attributes transcription() {
    return only(spans().stream()
        .map(ReceivedSpan::attributes)
        .filter(span -> span.string("gen_ai.operation.name").equals("transcription"))
        .toList());
  }

  private static Attributes ofResponse(String id) {
    return only(spans().stream()
        .map(ReceivedSpan::attributes)
        .filter(span -> span.stringOrEmpty("gen_ai.response.id").equals(id))
        .toList());
  }

  private static Attributes ofCall(long number) {
    return only(spans().stream()
        .map(ReceivedSpan::attributes)
        .filter(span -> span.has("gen_ai.request.max_tokens"))
        .filter(span -> span.integer("gen_ai.request.max_tokens") == number)
        .toList());
  }

  private static Attributes only(List<Attributes> found) {
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<ReceivedSpan> spans() {
    return watched.received().spansOf(Run.SCOPE);
  }
}
