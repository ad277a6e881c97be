package io.costspan.benchmarks.call;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientAsync;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.client.okhttp.OpenAIOkHttpClientAsync;
import java.io.IOException;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import okio.Okio;

/**
 * A client of openai-java whose transport answers from memory: no socket and no HTTP span, so that
 * what differs between two JVMs is the instrumentation of the SDK. The answer is given by an OkHttp
 * interceptor and not by a transport of our own, because the agent's module instruments nothing but
 * clients that {@code OpenAIOkHttpClient} has built.
 */
public final class OpenAiStub implements Interceptor {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final MediaType EVENTS = MediaType.get("text/event-stream");

  private final int status;
  private final Supplier<ResponseBody> answer;

  private OpenAiStub(int status, Supplier<ResponseBody> answer) {
    this.status = status;
    this.answer = answer;
  }

  static OpenAIClient answering(byte[] json) {
    return answering(() -> ResponseBody.create(json, JSON));
  }

  static OpenAIClient streaming(byte[] events) {
    return answering(() -> ResponseBody.create(events, EVENTS));
  }

  static OpenAIClient refusing(byte[] json) {
    return client(new OpenAiStub(400, () -> ResponseBody.create(json, JSON)));
  }

  /** Answers each call with what is given then. */
  public static OpenAIClient answering(Supplier<ResponseBody> answer) {
    return client(new OpenAiStub(200, answer));
  }

  /** Answers any chat completion with 1 KB. */
  public static OpenAIClient chatting() {
    return answering(Answers.chat(1_024));
  }

  /** The same, asynchronously. */
  static OpenAIClientAsync chattingLater() {
    byte[] json = Answers.chat(1_024);
    return OpenAIOkHttpClientAsync.builder()
        .apiKey("sk-benchmark")
        .maxRetries(0)
        .addInterceptor(new OpenAiStub(200, () -> ResponseBody.create(json, JSON)))
        .dispatcherExecutorService(new SameThread())
        .build();
  }

  private static OpenAIClient client(OpenAiStub transport) {
    return OpenAIOkHttpClient.builder()
        .apiKey("sk-benchmark")
        .maxRetries(0)
        .addInterceptor(transport)
        .build();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    send(request);
    ResponseBody body = answer.get();
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .header("Content-Type", String.valueOf(body.contentType()))
        .header("x-request-id", "req_4f0c2b8e7d")
        .body(body)
        .build();
  }

  private static void send(Request request) throws IOException {
    if (request.body() != null) {
      try (BufferedSink nowhere = Okio.buffer(Okio.blackhole())) {
        request.body().writeTo(nowhere);
      }
    }
  }
}
