package io.costspan.smoke.openai;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OkHttpClient;
import com.openai.core.ClientOptions;
import com.openai.core.http.ResponseConnection;
import com.openai.core.http.WebSocketWriteNotAttempted;
import com.openai.helpers.RealtimeConnection;
import com.openai.helpers.RealtimeWebSocketOptions;
import com.openai.models.realtime.InputAudioBufferAppendEvent;
import com.openai.models.realtime.InputAudioBufferCommitEvent;
import com.openai.models.realtime.RealtimeClientEvent;
import com.openai.models.realtime.RealtimeResponseCreateParams;
import com.openai.models.realtime.RealtimeServerEvent;
import com.openai.models.realtime.ResponseCreateEvent;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponsesClientEvent;
import java.util.concurrent.Callable;

/** Responses and Realtime over WebSockets. Argument: URL. */
public final class Sockets {
  private static final int AUDIO_BYTES = 200_000;

  private final String url;
  private final OpenAIClient client;

  private Sockets(String url) {
    this.url = url;
    this.client = Clients.connect(url, 0);
  }

  public static void main(String... args) {
    Sockets sockets = new Sockets(args[0]);
    sockets.oneAfterTheOther();
    sockets.interleaved();
    sockets.closedInTheMiddle();
    sockets.hungUpOn();
    sockets.spoken();
    System.exit(0);
  }

  private void oneAfterTheOther() {
    try (ResponseConnection connection = client.responses().connect()) {
      connection.send(create(2201, "plain"));
      print(2201, connection::finalResponse);
      connection.send(create(2202, "plain"));
      print(2202, connection::finalResponse);
      connection.send(create(2203, "error"));
      print(2203, connection::finalResponse);
      connection.send(create(2204, "failed"));
      print(2204, connection::finalResponse);
    }
  }

  private void interleaved() {
    try (ResponseConnection connection = client.responses().connect()) {
      ResponseConnection.Lane first = connection.lane("a");
      ResponseConnection.Lane second = connection.lane("b");
      first.send(create(2205, "wait"));
      print(2205, first::receive);
      second.send(create(2206, "both"));
      print(2206, second::finalResponse);
      print(2205, first::finalResponse);
    }
  }

  private void closedInTheMiddle() {
    try (ResponseConnection connection = client.responses().connect()) {
      connection.send(create(2207, "wait"));
      print(2207, connection::receive);
    }
  }

  private void hungUpOn() {
    try (ResponseConnection connection = client.responses().connect()) {
      connection.send(create(2208, "hang-up"));
      print(2208, connection::finalResponse);
    }
  }

  private void spoken() {
    try (RealtimeConnection connection = RealtimeConnection.connect(
        ClientOptions.builder()
            .httpClient(OkHttpClient.builder().build())
            .baseUrl(url + "/v1")
            .apiKey("sk-smoke-test")
            .build(),
        RealtimeWebSocketOptions.builder().model("gpt-realtime").build())) {
      print(0, connection::receive);
      connection.send(speak(2209, "text"));
      printUntilDone(2209, connection);
      connection.send(speak(2210, "audio"));
      printUntilDone(2210, connection);
      connection.send(speak(2211, "error"));
      print(2211, connection::receive);
      connection.send(RealtimeClientEvent.ofInputAudioBufferAppend(
          InputAudioBufferAppendEvent.builder().audio("A".repeat(AUDIO_BYTES)).build()));
      sendOnceWritten(
          connection,
          RealtimeClientEvent.ofInputAudioBufferCommit(
              InputAudioBufferCommitEvent.builder().build()));
      printUntilDone(0, connection);
    }
  }

  /** The SDK takes one message at a time, and the audio before may still be under way. */
  private static void sendOnceWritten(RealtimeConnection connection, RealtimeClientEvent event) {
    while (true) {
      try {
        connection.send(event);
        return;
      } catch (WebSocketWriteNotAttempted.Busy busy) {
        Thread.yield();
      }
    }
  }

  private static void printUntilDone(int number, RealtimeConnection connection) {
    RealtimeServerEvent event;
    do {
      event = connection.receive();
      line(number, event);
    } while (!event.isResponseDone());
  }

  private static ResponsesClientEvent create(int number, String script) {
    return ResponsesClientEvent.ofResponseCreate(ResponsesClientEvent.ResponseCreate.builder()
        .model("gpt-4.1-mini")
        .input(script)
        .maxOutputTokens(number)
        .build());
  }

  private static RealtimeClientEvent speak(int number, String script) {
    return RealtimeClientEvent.ofResponseCreate(ResponseCreateEvent.builder()
        .eventId("event_" + number)
        .response(RealtimeResponseCreateParams.builder()
            .instructions(script)
            .maxOutputTokens(number)
            .build())
        .build());
  }

  private static void print(int number, Callable<?> seen) {
    try {
      Object value = seen.call();
      line(number, value instanceof Response ? ((Response) value).usage() : value);
    } catch (Exception e) {
      for (Throwable t = e; t != null; t = t.getCause()) {
        line(number, t);
      }
    }
  }

  private static void line(int number, Object value) {
    String text = String.valueOf(value);
    System.out.println(number + " " + text.length() + " " + text.hashCode() + " "
        + text.substring(0, Math.min(300, text.length())));
  }
}
