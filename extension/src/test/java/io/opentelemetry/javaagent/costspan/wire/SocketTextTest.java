package io.opentelemetry.javaagent.costspan.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class SocketTextTest {

  @Test
  void writesWhatUtf8Is() {
    String text = "a\u00e9\u0fff\u20ac\ud83d\ude00 \ud83d! \ude00";

    assertThat(written(text)).isEqualTo(text.getBytes(UTF_8));
  }

  @Test
  void cutsLongMessagesIntoPiecesBetweenCharacters() {
    String text = "\u20ac\ud83d\ude00x".repeat(20_000);

    assertThat(written(text)).isEqualTo(text.getBytes(UTF_8));
  }

  @Test
  void makesOneEventOfAMessageWithLineBreaks() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SocketText.writeEvent(
        "{\r\n\"a\":\t1\n}", (bytes, from, to) -> out.write(bytes, from, to - from));

    assertThat(out.toString(UTF_8)).isEqualTo("data: {  \"a\": 1 }\n\n");
  }

  private static byte[] written(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SocketText.write(text, (bytes, from, to) -> {
      assertThat(to - from).isLessThanOrEqualTo(8192);
      out.write(bytes, from, to - from);
    });
    return out.toByteArray();
  }
}
