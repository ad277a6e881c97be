package io.opentelemetry.javaagent.costspan.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.common.AttributeKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TeeInputStreamTest {

  private static final AttributeKey<Long> INPUT = AttributeKey.longKey("gen_ai.usage.input_tokens");

  /** Whatever mixture of reads, skips, marks and resets: same bytes to the reader, one same bill. */
  @Property(tries = 300)
  void theReaderSeesWhatItWouldSeeAndTheCallSeesEachByteOnce(@ForAll long seed) throws IOException {
    try (InstalledCalls calls = InstalledCalls.install()) {
      LlmCall call = LlmCalls.begin(FakeRequest.chatStream());
      call.leaveThread();
      call.headers(200, Heads.of("text/event-stream"));
      byte[] bytes = Answers.STREAM.getBytes(UTF_8);

      byte[] plain = readAtRandom(new ByteArrayInputStream(bytes), new Random(seed));
      byte[] teed =
          readAtRandom(new TeeInputStream(new ByteArrayInputStream(bytes), call), new Random(seed));

      assertThat(teed).isEqualTo(plain);
      assertThat(calls.onlySpan().getAttributes().get(INPUT)).isEqualTo(1000);
    }
  }

  @Test
  void closingClosesTheBodyAndEndsTheCall() throws IOException {
    try (InstalledCalls calls = InstalledCalls.install()) {
      LlmCall call = LlmCalls.begin(FakeRequest.chat());
      call.leaveThread();
      call.headers(200, Heads.of("application/json"));
      boolean[] closed = new boolean[1];
      InputStream body = new ByteArrayInputStream(new byte[0]) {
        @Override
        public void close() {
          closed[0] = true;
        }
      };

      new TeeInputStream(body, call).close();

      assertThat(closed[0]).isTrue();
      assertThat(calls.spans()).hasSize(1);
    }
  }

  /** As one in pieces does, whose rest cannot be read. */
  @Test
  void aCloseThatThrowsEndsTheCallToo() {
    try (InstalledCalls calls = InstalledCalls.install()) {
      LlmCall call = LlmCalls.begin(FakeRequest.chatStream());
      call.leaveThread();
      call.headers(200, Heads.of("text/event-stream"));
      IOException broken = new IOException("the rest is missing");
      InputStream body = new ByteArrayInputStream(new byte[0]) {
        @Override
        public void close() throws IOException {
          throw broken;
        }
      };

      assertThatThrownBy(new TeeInputStream(body, call)::close).isSameAs(broken);
      assertThat(calls.onlySpan().getAttributes().get(AttributeKey.stringKey("llm.stream.end")))
          .isEqualTo("closed");
    }
  }

  private static byte[] readAtRandom(InputStream in, Random random) throws IOException {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    byte[] buffer = new byte[64];
    boolean marked = false;
    while (true) {
      switch (random.nextInt(6)) {
        case 0 -> {
          int value = in.read();
          if (value < 0) {
            return seen.toByteArray();
          }
          seen.write(value);
        }
        case 1 -> seen.write((int) in.skip(random.nextInt(40)));
        case 2 -> {
          in.mark(10_000);
          marked = true;
        }
        case 3 -> {
          if (marked && random.nextInt(4) == 0) {
            in.reset();
            marked = false;
          }
        }
        default -> {
          int count = in.read(buffer, 0, 1 + random.nextInt(buffer.length - 1));
          if (count < 0) {
            return seen.toByteArray();
          }
          seen.write(buffer, 0, count);
        }
      }
    }
  }
}
