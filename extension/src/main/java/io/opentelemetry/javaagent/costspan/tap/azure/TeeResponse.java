package io.opentelemetry.javaagent.costspan.tap.azure;

import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.TeeInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A response whose body a call sees in whichever form the application takes it. What is not
 * overridden, writing to a channel, runs over our body.
 */
final class TeeResponse extends HttpResponse {

  private final HttpResponse response;
  private final LlmCall call;

  TeeResponse(HttpResponse response, LlmCall call) {
    super(response.getRequest());
    this.response = response;
    this.call = call;
  }

  @Override
  public int getStatusCode() {
    return response.getStatusCode();
  }

  @Override
  @Deprecated
  public @Nullable String getHeaderValue(String name) {
    return response.getHeaderValue(name);
  }

  @Override
  public HttpHeaders getHeaders() {
    return response.getHeaders();
  }

  @Override
  public Flux<ByteBuffer> getBody() {
    Flux<ByteBuffer> body = response.getBody();
    return body == null ? body : new TeeFlux(body, call);
  }

  @Override
  public @Nullable BinaryData getBodyAsBinaryData() {
    return TeeData.of(response.getBodyAsBinaryData(), call);
  }

  @Override
  public Mono<byte[]> getBodyAsByteArray() {
    return whole(response.getBodyAsByteArray(), this::show);
  }

  @Override
  public Mono<String> getBodyAsString() {
    return whole(response.getBodyAsString(), this::show);
  }

  @Override
  public Mono<String> getBodyAsString(Charset charset) {
    return whole(response.getBodyAsString(charset), this::show);
  }

  @Override
  public Mono<InputStream> getBodyAsInputStream() {
    return response.getBodyAsInputStream().map(body -> new TeeInputStream(body, call));
  }

  @Override
  public HttpResponse buffer() {
    return new TeeResponse(response.buffer(), call);
  }

  @Override
  public void close() {
    call.close(response::close);
  }

  private <T> Mono<T> whole(Mono<T> body, Consumer<T> show) {
    return body.doOnNext(show)
        .doOnSuccess(any -> call.endOfBody())
        .doOnError(call::failed)
        .doOnCancel(call::closed);
  }

  private void show(byte[] bytes) {
    call.bytes(bytes, 0, bytes.length);
  }

  private void show(String text) {
    show(text.getBytes(StandardCharsets.UTF_8));
  }
}
