package io.opentelemetry.javaagent.costspan.tap.reactornetty;

import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.netty.Connection;
import reactor.netty.http.client.HttpClientConfig;

/** Before a connection is looked for. */
public final class SubscribeAdvice {

  private SubscribeAdvice() {}

  /** The subscriber that is to take the application's place; null leaves it there. */
  @Advice.OnMethodEnter(suppress = Throwable.class, inline = false)
  @Advice.AssignReturned.ToArguments(@Advice.AssignReturned.ToArguments.ToArgument(0))
  public static @Nullable CoreSubscriber<Connection> enter(
      @Advice.FieldValue("config") HttpClientConfig config,
      @Advice.Argument(0) CoreSubscriber<? super Connection> subscriber) {
    return ReactorNettyTap.onSubscription(config, subscriber);
  }
}
