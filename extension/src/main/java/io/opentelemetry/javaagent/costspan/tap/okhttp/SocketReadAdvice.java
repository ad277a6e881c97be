package io.opentelemetry.javaagent.costspan.tap.okhttp;

import io.opentelemetry.javaagent.costspan.call.SocketCalls;
import net.bytebuddy.asm.Advice;
import okhttp3.WebSocket;

/** Before the listener is told a text. */
public final class SocketReadAdvice {

  private SocketReadAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static void enter(@Advice.This WebSocket socket, @Advice.Argument(0) String text) {
    SocketCalls calls = Sockets.of(socket);
    if (calls != null) {
      calls.received(text);
    }
  }
}
