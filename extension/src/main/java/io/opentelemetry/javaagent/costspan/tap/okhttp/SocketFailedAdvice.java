package io.opentelemetry.javaagent.costspan.tap.okhttp;

import io.opentelemetry.javaagent.costspan.call.SocketCalls;
import net.bytebuddy.asm.Advice;
import okhttp3.WebSocket;

/** Before the listener is told that a socket failed; OkHttp may find out more than once. */
public final class SocketFailedAdvice {

  private SocketFailedAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static void enter(@Advice.This WebSocket socket, @Advice.Argument(0) Exception failure) {
    SocketCalls calls = Sockets.over(socket);
    if (calls != null) {
      calls.failed(failure);
    }
  }
}
