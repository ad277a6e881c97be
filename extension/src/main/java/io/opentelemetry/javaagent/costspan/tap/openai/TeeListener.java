package io.opentelemetry.javaagent.costspan.tap.openai;

import com.openai.core.http.WebSocketClient;
import io.opentelemetry.javaagent.costspan.call.SocketCalls;

/** Shows the calls what the SDK is told, before the SDK is told it. */
final class TeeListener implements WebSocketClient.Listener {

  private final WebSocketClient.Listener listener;
  private final SocketCalls calls;

  TeeListener(WebSocketClient.Listener listener, SocketCalls calls) {
    this.listener = listener;
    this.calls = calls;
  }

  @Override
  public void onMessage(String text) {
    calls.received(text);
    listener.onMessage(text);
  }

  @Override
  public void onClosed(int code) {
    calls.closedByServer();
    listener.onClosed(code);
  }

  @Override
  public void onFailure(Throwable error) {
    calls.failed(error);
    listener.onFailure(error);
  }
}
