package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.usage.RequestFacts;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is named once is read in this process from then on: names of what is not are our own. */
class CallFieldsTest {

  @BeforeAll
  static void nameFields() {
    CallFields.read(
        List.of("user", "metadata.user_id", "metadata.test_team", "requestMetadata.test_team"));
  }

  @AfterAll
  static void nameNothing() {
    CallFields.read(List.of());
  }

  @Test
  void readsWhatIsNamedInEveryFormatThatHasIt() {
    String json = """
        {"model":"m","user":"u-1","metadata":{"user_id":"u-2","test_team":"t-1"},"messages":[]}
        """;

    for (String format :
        List.of("openai.chat", "openai.responses", "openai.embeddings", "anthropic.messages")) {
      RequestFacts facts = request(format, "chat/completions", json);
      assertThat(facts.field("user")).isEqualTo("u-1");
      assertThat(facts.field("metadata.user_id")).isEqualTo("u-2");
      assertThat(facts.field("metadata.test_team")).isEqualTo("t-1");
      assertThat(facts.model()).isEqualTo("m");
    }
  }

  @Test
  void readsTheMetadataOfConverse() {
    RequestFacts facts = request(
        "bedrock.converse",
        "model/m/converse",
        "{\"requestMetadata\":{\"test_team\":\"t-1\"},\"inferenceConfig\":{}}");

    assertThat(facts.field("requestMetadata.test_team")).isEqualTo("t-1");
    assertThat(CallFields.areReadIn("requestMetadata")).isTrue();
    assertThat(CallFields.areReadIn("messages")).isFalse();
  }

  @Test
  void readsNothingThatIsNotNamed() {
    RequestFacts facts = request("openai.chat", "chat/completions", """
        {"test_user":"s","metadata":{"test_other":"o"},"prompt_cache_key":"p"}
        """);

    assertThat(facts.field("test_user")).isNull();
    assertThat(facts.field("metadata.test_other")).isNull();
    assertThat(facts.field("prompt_cache_key")).isNull();
  }

  @Test
  void readsTextsOnlyAndNoneThatIsTooLong() {
    RequestFacts facts = request(
        "openai.chat",
        "chat/completions",
        "{\"user\":7,\"metadata\":{\"user_id\":{\"a\":\"b\"},\"test_team\":\"" + "x".repeat(300)
            + "\"}}");

    assertThat(facts.field("user")).isNull();
    assertThat(facts.field("metadata.user_id")).isNull();
    assertThat(facts.field("metadata.test_team")).isNull();
  }

  @Test
  void metadataThatIsNoObjectIsNoHarm() {
    RequestFacts facts =
        request("openai.chat", "chat/completions", "{\"metadata\":\"x\",\"user\":\"u-1\"}");

    assertThat(facts.field("user")).isEqualTo("u-1");
  }

  private static RequestFacts request(String format, String path, String json) {
    RequestReader reader = WireFormats.named(format).requestReader(path);
    byte[] bytes = json.getBytes(UTF_8);
    reader.feed(bytes, 0, bytes.length);
    return reader.facts();
  }
}
