package io.costspan.smoke.okhttp;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;

/** A home-made client of Realtime. Argument: URL. */
public final class Sockets extends WebSocketListener {
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  public static void main(String... args) throws InterruptedException {
    OkHttpClient client = new OkHttpClient();
    Sockets listener = new Sockets();
    WebSocket socket = client.newWebSocket(
        new Request.Builder().url(args[0] + "/v1/realtime?model=gpt-realtime").build(), listener);
    System.out.println(socket.getClass().getName());
    listener.untilHeard("session.created");
    System.out.println(socket.send(speak(2301, "text")));
    listener.untilHeard("response.done");
    System.out.println(socket.send(ByteString.encodeUtf8("binary")));
    System.out.println(socket.send(speak(2302, "audio")));
    listener.untilHeard("response.done");
    System.out.println(socket.send(speak(2303, "wait")));
    listener.untilHeard("response.created");
    System.out.println(socket.close(1000, "bye"));
    System.out.println(socket.send(speak(2304, "text")));
    listener.untilHeard("closed");
    System.exit(0);
  }

  private static String speak(int number, String script) {
    return "{\"type\":\"response.create\",\"response\":{\"max_output_tokens\":" + number
        + ",\"instructions\":\"" + script + "\"}}";
  }

  private void untilHeard(String what) throws InterruptedException {
    String line;
    do {
      line = heard.take();
      System.out.println(line.length() + " " + line.substring(0, Math.min(200, line.length())));
    } while (!line.contains(what));
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    heard.add(text);
  }

  @Override
  public void onClosed(WebSocket socket, int code, String reason) {
    heard.add("closed " + code + " " + reason);
  }

  @Override
  public void onFailure(WebSocket socket, Throwable failure, Response response) {
    heard.add("closed by " + failure);
  }
}
