package io.opentelemetry.javaagent.costspan.tap.okhttp;

import io.opentelemetry.javaagent.costspan.call.SocketCalls;
import net.bytebuddy.asm.Advice;
import okhttp3.WebSocket;

/** Before a socket hears that the server sends no more. */
public final class SocketClosedAdvice {

  private SocketClosedAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static void enter(@Advice.This WebSocket socket) {
    SocketCalls calls = Sockets.over(socket);
    if (calls != null) {
      calls.closedByServer();
    }
  }
}
