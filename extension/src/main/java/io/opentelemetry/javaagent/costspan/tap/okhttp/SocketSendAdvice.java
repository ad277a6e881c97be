package io.opentelemetry.javaagent.costspan.tap.okhttp;

import io.opentelemetry.javaagent.costspan.call.SocketCalls;
import net.bytebuddy.asm.Advice;
import okhttp3.WebSocket;
import org.jspecify.annotations.Nullable;

/** Around the sending of a text. */
public final class SocketSendAdvice {

  private SocketSendAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static @Nullable Object enter(
      @Advice.This WebSocket socket, @Advice.Argument(0) String text) {
    SocketCalls calls = Sockets.of(socket);
    return calls == null ? null : calls.sending(text);
  }

  /** A socket that is closing, or whose buffer is full, does not take it. */
  @Advice.OnMethodExit(suppress = Throwable.class, inline = false)
  public static void exit(
      @Advice.This WebSocket socket,
      @Advice.Enter @Nullable Object sending,
      @Advice.Return boolean taken) {
    if (sending == null || taken) {
      return;
    }
    SocketCalls calls = Sockets.of(socket);
    if (calls != null) {
      calls.notSent(sending, new IllegalStateException("not sent"));
    }
  }
}
