package io.costspan.benchmarks.call;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import java.io.IOException;
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
  private final int status;
  private final MediaType contentType;
  private final byte[] answer;

  private OpenAiStub(int status, String contentType, byte[] answer) {
    this.status = status;
    this.contentType = MediaType.get(contentType);
    this.answer = answer;
  }

  static OpenAIClient answering(byte[] json) {
    return client(new OpenAiStub(200, "application/json", json));
  }

  static OpenAIClient streaming(byte[] events) {
    return client(new OpenAiStub(200, "text/event-stream", events));
  }

  static OpenAIClient refusing(byte[] json) {
    return client(new OpenAiStub(400, "application/json", json));
  }

  /** Answers any chat completion with 1 KB. */
  public static OpenAIClient chatting() {
    return answering(Answers.chat(1_024));
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
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .header("Content-Type", contentType.toString())
        .header("x-request-id", "req_4f0c2b8e7d")
        .body(ResponseBody.create(answer, contentType))
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
