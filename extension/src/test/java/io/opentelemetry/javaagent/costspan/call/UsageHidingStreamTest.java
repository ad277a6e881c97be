package io.opentelemetry.javaagent.costspan.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.wire.StreamUsage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What the application reads of a stream that only we asked for its usage. */
class UsageHidingStreamTest {

  private static final String ASKED = """
      : keep-alive

      data: {"id":"c","choices":[{"index":0,"delta":{"content":"Grüße, \\"usage\\":null"}}],"usage":null}

      data: {"id":"c","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":null,"x":1}

      data: {"id":"c","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2}}

      data: [DONE]

      """;

  private static final String UNASKED = """
      : keep-alive

      data: {"id":"c","choices":[{"index":0,"delta":{"content":"Grüße, \\"usage\\":null"}}]}

      data: {"id":"c","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"x":1}

      data: [DONE]

      """;

  @Property(tries = 50)
  void isWhatItWouldHaveBeenWhateverTheCut(
      @ForAll @IntRange(min = 1, max = 200) int cut, @ForAll boolean windows) throws IOException {
    String sent = windows ? ASKED.replace("\n", "\r\n") : ASKED;
    String shown = windows ? UNASKED.replace("\n", "\r\n") : UNASKED;

    assertThat(read(sent.getBytes(UTF_8), cut)).isEqualTo(shown);
  }

  @Test
  void whatIsCutOffIsHandedOnAsItIs() throws IOException {
    assertThat(read("data: {\"choices\":[],\"usage\":{\"pro".getBytes(UTF_8), 7))
        .isEqualTo("data: {\"choices\":[],\"usage\":{\"pro");
  }

  @Test
  void anEventOfAnySizePassesThrough() throws IOException {
    String event = "data: {\"choices\":[{\"delta\":\"" + "y".repeat(1 << 20) + "\"}]}\n\n";

    assertThat(read(event.getBytes(UTF_8), 8_192)).isEqualTo(event);
  }

  @Test
  void theOptionIsAddedToTheObject() {
    assertThat(new String(StreamUsage.asked("\n {\"model\":\"m\"}".getBytes(UTF_8)), UTF_8))
        .isEqualTo("\n {\"stream_options\":{\"include_usage\":true},\"model\":\"m\"}");
    assertThat(StreamUsage.asked(new byte[0])).isEmpty();
  }

  private static String read(byte[] sent, int cut) throws IOException {
    InputStream pieces = new ByteArrayInputStream(sent) {
      @Override
      public synchronized int read(byte[] bytes, int offset, int length) {
        return super.read(bytes, offset, Math.min(cut, length));
      }
    };
    try (InputStream stream = new UsageHidingStream(pieces)) {
      return new String(stream.readAllBytes(), UTF_8);
    }
  }
}
