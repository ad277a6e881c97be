package io.costspan.smoke.okhttp;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;

/** A home-made client of Realtime. Arguments: URL, a port at which nobody listens. */
public final class Sockets extends WebSocketListener {
  private static final int PADDING = 1_500_000;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

  public static void main(String... args) throws InterruptedException {
    OkHttpClient client = new OkHttpClient();
    closed(client, args[0]);
    thrown(client, args[0]);
    cancelled(client, args[0]);
    refused(client, "http://127.0.0.1:" + args[1]);
    System.exit(0);
  }

  /** By the listener, so that the server's answer cannot come in between. */
  private static void closed(OkHttpClient client, String url) throws InterruptedException {
    Sockets listener = new Sockets();
    WebSocket socket = client.newWebSocket(realtime(url), listener);
    System.out.println(socket.getClass().getName());
    listener.untilHeard("session.created");
    System.out.println(socket.send(speak(2301, "text")));
    listener.untilHeard("response.done");
    System.out.println(socket.send(ByteString.encodeUtf8("binary")));
    System.out.println(socket.send(speak(2302, "audio")));
    listener.untilHeard("response.done");
    System.out.println(socket.send(speak(2308, "text", "x".repeat(PADDING))));
    listener.untilHeard("response.done");
    System.out.println(socket.send(speak(2303, "binary")));
    listener.untilHeard("closed");
  }

  /** The listener throws: OkHttp gives the connection up. */
  private static void thrown(OkHttpClient client, String url) throws InterruptedException {
    Sockets listener = new Sockets();
    WebSocket socket = client.newWebSocket(realtime(url), listener);
    listener.untilHeard("session.created");
    System.out.println(socket.send(speak(2305, "wait")));
    listener.untilHeard("failed");
  }

  private static void cancelled(OkHttpClient client, String url) throws InterruptedException {
    Sockets listener = new Sockets();
    WebSocket socket = client.newWebSocket(realtime(url), listener);
    listener.untilHeard("session.created");
    System.out.println(socket.send(speak(2306, "wait")));
    listener.untilHeard("response.created");
    socket.cancel();
    listener.untilHeard("failed");
  }

  /** OkHttp takes a message before it is connected. */
  private static void refused(OkHttpClient client, String url) throws InterruptedException {
    CountDownLatch sent = new CountDownLatch(1);
    Interceptor late = chain -> {
      try {
        sent.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      return chain.proceed(chain.request());
    };
    Sockets listener = new Sockets();
    WebSocket socket =
        client.newBuilder().addInterceptor(late).build().newWebSocket(realtime(url), listener);
    System.out.println(socket.send(speak(2307, "text")));
    sent.countDown();
    listener.untilHeard("failed");
  }

  private static Request realtime(String url) {
    return new Request.Builder().url(url + "/v1/realtime?model=gpt-realtime").build();
  }

  private static String speak(int number, String script) {
    return speak(number, script, "");
  }

  private static String speak(int number, String script, String padding) {
    return "{\"padding\":\"" + padding
        + "\",\"type\":\"response.create\",\"response\":{\"max_output_tokens\":" + number
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
    if (text.contains("resp_2303")) {
      heard.add("close " + socket.close(1000, "bye"));
      heard.add("send " + socket.send(speak(2304, "text")));
    }
    if (text.contains("resp_2305")) {
      throw new IllegalStateException("listener");
    }
  }

  @Override
  public void onMessage(WebSocket socket, ByteString bytes) {
    heard.add("bytes " + bytes);
  }

  @Override
  public void onClosed(WebSocket socket, int code, String reason) {
    heard.add("closed " + code + " " + reason);
  }

  @Override
  public void onFailure(WebSocket socket, Throwable failure, Response response) {
    heard.add("failed " + failure.getClass().getName());
  }
}
