package io.opentelemetry.javaagent.costspan.tap.okhttp;

import io.opentelemetry.javaagent.costspan.call.SocketCalls;
import net.bytebuddy.asm.Advice;
import okhttp3.WebSocket;

/** Before the application, be it from the listener, closes or cancels a socket. */
public final class SocketClosingAdvice {

  private SocketClosingAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static void enter(@Advice.This WebSocket socket) {
    SocketCalls calls = Sockets.of(socket);
    if (calls != null) {
      calls.closing();
    }
  }
}
