package io.opentelemetry.javaagent.costspan.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.javaagent.costspan.telemetry.Failures;
import io.opentelemetry.javaagent.costspan.telemetry.StreamEnd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever fails behind a call stays behind it: the application reads on. */
class BrokenCallTest {

  private final InstalledCalls calls = InstalledCalls.install();
  private final Broken state = new Broken();
  private final LlmCall call = LlmCall.enter(state, new Reaper(new Failures()));

  @AfterEach
  void close() {
    call.leaveThread();
    calls.close();
  }

  @Test
  void theApplicationReadsToTheEnd() throws IOException {
    byte[] answer = {1, 2, 3};

    byte[] seen;
    try (InputStream body = new TeeInputStream(new ByteArrayInputStream(answer), call)) {
      seen = body.readAllBytes();
    }

    assertThat(seen).isEqualTo(answer);
    assertThat(calls.failuresAt("call")).isPositive();
  }

  @Test
  void nothingThatIsToldThrows() {
    assertThatCode(() -> {
          assertThat(call.asksStreamUsage()).isFalse();
          call.headers(200, Heads.of("application/json"));
          call.bytes(new byte[1], 0, 1);
          call.bytes(ByteBuffer.allocateDirect(1));
          call.closing();
          call.close(() -> {});
          call.endOfBody();
          call.failed(new IOException());
          call.unreadable();
        })
        .doesNotThrowAnyException();
  }

  @Test
  void itIsEndedAsOneThatWasNotSeen() {
    call.bytes(new byte[1], 0, 1);

    assertThat(state.unreadable).isTrue();
  }

  @Test
  void aContextThatCannotBeLeftThrowsNothing() {
    Scope broken = () -> {
      throw new IllegalStateException("broken");
    };

    assertThatCode(new Attempt(null, broken)::end).doesNotThrowAnyException();
    assertThat(calls.failuresAt("call")).isEqualTo(1);
  }

  /** Fails at whatever it is told. */
  private static final class Broken implements Observed {

    private boolean unreadable;

    @Override
    public Context caller() {
      return Context.current();
    }

    @Override
    public Context context() {
      return Context.current();
    }

    @Override
    public boolean asksStreamUsage() {
      throw new IllegalStateException("broken");
    }

    @Override
    public boolean isEnded() {
      return false;
    }

    @Override
    public void headers(int status, HeaderLookup headers) {
      throw new IllegalStateException("broken");
    }

    @Override
    public void bytes(byte[] bytes, int offset, int length) {
      throw new IllegalStateException("broken");
    }

    @Override
    public void closing() {
      throw new IllegalStateException("broken");
    }

    @Override
    public void unreadable() {
      unreadable = true;
      throw new IllegalStateException("broken");
    }

    @Override
    public void end(StreamEnd how, Throwable failure) {
      throw new IllegalStateException("broken");
    }
  }
}
