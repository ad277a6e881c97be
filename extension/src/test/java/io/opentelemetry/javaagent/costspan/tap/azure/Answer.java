package io.opentelemetry.javaagent.costspan.tap.azure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A response as an HTTP client of azure-core makes it, in pieces of seven bytes. */
final class Answer extends HttpResponse {

  static final String JSON = "{\"model\":\"gpt-4.1-mini-2025-04-14\",\"choices\":[{"
      + "\"index\":0,\"message\":{\"content\":\"Hello\"},\"finish_reason\":\"stop\"}],"
      + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100}}";

  private static final int PIECE = 7;

  /** In which form it has its body as data. */
  enum Data {
    BYTES,
    STREAM,
    PIECES
  }

  private final Data data;

  Answer(HttpRequest request, Data data) {
    super(request);
    this.data = data;
  }

  @Override
  public int getStatusCode() {
    return 200;
  }

  @Override
  @Deprecated
  public String getHeaderValue(String name) {
    return getHeaders().getValue(HttpHeaderName.fromString(name));
  }

  @Override
  public HttpHeaders getHeaders() {
    return new HttpHeaders().set(HttpHeaderName.CONTENT_TYPE, "application/json");
  }

  @Override
  public Flux<ByteBuffer> getBody() {
    List<ByteBuffer> pieces = new ArrayList<>();
    for (int start = 0; start < JSON.length(); start += PIECE) {
      String piece = JSON.substring(start, Math.min(start + PIECE, JSON.length()));
      pieces.add(ByteBuffer.wrap(piece.getBytes(UTF_8)));
    }
    return Flux.fromIterable(pieces);
  }

  @Override
  public BinaryData getBodyAsBinaryData() {
    return switch (data) {
      case BYTES -> BinaryData.fromBytes(JSON.getBytes(UTF_8));
      case STREAM -> BinaryData.fromStream(new ByteArrayInputStream(JSON.getBytes(UTF_8)));
      case PIECES -> BinaryData.fromFlux(getBody(), null, false).block();
    };
  }

  @Override
  public Mono<byte[]> getBodyAsByteArray() {
    return Mono.just(JSON.getBytes(UTF_8));
  }

  @Override
  public Mono<String> getBodyAsString() {
    return Mono.just(JSON);
  }

  @Override
  public Mono<String> getBodyAsString(Charset charset) {
    return Mono.just(JSON);
  }
}
