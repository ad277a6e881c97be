package io.opentelemetry.javaagent.costspan.tap.apache5;

import io.opentelemetry.javaagent.costspan.call.WireRequest;
import io.opentelemetry.javaagent.costspan.tap.seam.ContentType;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.net.NamedEndpoint;
import org.jspecify.annotations.Nullable;

/** A request of Apache HttpClient 5, to the host that it names or that it is executed with. */
final class Apache5Request implements WireRequest {

  private final @Nullable HttpHost host;
  private final HttpRequest request;
  private final @Nullable EntityDetails body;

  /**
   * @param body the blocking client's entity, or what the other one's body comes from
   */
  Apache5Request(@Nullable HttpHost host, HttpRequest request, @Nullable EntityDetails body) {
    this.host = host;
    this.request = request;
    this.body = body;
  }

  String url() {
    return baseUrl() + request.getPath();
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    String path = request.getPath();
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  @Override
  public String baseUrl() {
    NamedEndpoint server = host != null ? host : request.getAuthority();
    if (server == null) {
      return "";
    }
    String scheme = host != null ? host.getSchemeName() : request.getScheme();
    String base = scheme + "://" + server.getHostName();
    return server.getPort() < 0 ? base : base + ':' + server.getPort();
  }

  @Override
  public void writeJsonTo(OutputStream out) throws IOException {
    if (body == null || !isJson(body)) {
      return;
    }
    if (body instanceof HttpEntity) {
      write((HttpEntity) body, out);
    } else {
      RepeatableBody.write(body, out);
    }
  }

  private static void write(HttpEntity entity, OutputStream out) throws IOException {
    if (entity.isRepeatable()) {
      entity.writeTo(out);
    }
  }

  /** A header of the request overrules what its entity says. */
  private boolean isJson(EntityDetails entity) {
    String asked = header("Content-Type");
    return ContentType.isJson(asked == null ? entity.getContentType() : asked);
  }

  @Override
  public @Nullable String header(String name) {
    return Apache5Tap.valueOf(request.getFirstHeader(name));
  }

  /** The client sends copies, and keeps this one beside them. */
  @Override
  public Object sharedByAttempts() {
    return request;
  }

  @Override
  public boolean isOfLlmSdk() {
    return false;
  }
}
