package io.opentelemetry.javaagent.costspan.tap.reactornetty;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaders;
import io.opentelemetry.javaagent.costspan.call.WireRequest;
import io.opentelemetry.javaagent.costspan.tap.seam.ContentType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A request of Reactor Netty. Keeps of its body what was written before the last piece: most are
 * written in one, of which nothing is kept.
 */
final class NettyRequest implements WireRequest {

  /** What says the model and the like comes first, or after a prompt that somebody can type. */
  private static final int MAX_KEPT = 1 << 20;

  private final String method;
  private final URI url;
  private final HttpHeaders headers;
  private @Nullable ByteArrayOutputStream kept;
  private @Nullable ByteBuf last;

  NettyRequest(String method, String url, HttpHeaders headers) {
    this.method = method;
    this.url = URI.create(url);
    this.headers = headers;
  }

  /** A piece that is not the last. */
  void keep(ByteBuf piece) throws IOException {
    if (kept == null) {
      kept = new ByteArrayOutputStream(piece.readableBytes());
    }
    int length = Math.min(piece.readableBytes(), MAX_KEPT - kept.size());
    piece.getBytes(piece.readerIndex(), kept, length);
  }

  /** The last piece; looked at only while a call begins. */
  NettyRequest endingWith(@Nullable ByteBuf piece) {
    last = piece;
    return this;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public String path() {
    return String.valueOf(url.getRawPath());
  }

  /** Without the user and the password that a URL may have. */
  @Override
  public @Nullable String baseUrl() {
    String authority = url.getRawAuthority();
    return authority == null
        ? null
        : url.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1);
  }

  @Override
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  @Override
  public boolean isOfLlmSdk() {
    return false;
  }

  @Override
  public void writeJsonTo(OutputStream out) throws IOException {
    if (!ContentType.isJson(header("Content-Type"))) {
      return;
    }
    if (kept != null) {
      kept.writeTo(out);
    }
    if (last != null) {
      last.getBytes(last.readerIndex(), out, last.readableBytes());
    }
  }
}
