package io.opentelemetry.javaagent.costspan.tap.okhttp;

import net.bytebuddy.asm.Advice;
import okhttp3.WebSocket;

/** Before a socket is connected. */
public final class SocketOpenAdvice {

  private SocketOpenAdvice() {}

  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  public static void enter(@Advice.This WebSocket socket) {
    Sockets.open(socket);
  }
}
