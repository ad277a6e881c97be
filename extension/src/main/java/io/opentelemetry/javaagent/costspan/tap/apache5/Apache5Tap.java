package io.opentelemetry.javaagent.costspan.tap.apache5;

import io.opentelemetry.javaagent.costspan.call.Attempt;
import io.opentelemetry.javaagent.costspan.call.LlmCall;
import io.opentelemetry.javaagent.costspan.call.LlmCalls;
import io.opentelemetry.javaagent.costspan.call.Tap;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.net.NamedEndpoint;
import org.jspecify.annotations.Nullable;

/** The tap of Apache HttpClient 5, one per application class loader. */
final class Apache5Tap {

  private static final Tap<Answer> TAP = new Tap<>("apache-httpclient-5", Apache5Tap::tee);

  private Apache5Tap() {}

  /** Null for a request that is no call; nothing is allocated for one whose path tells. */
  static @Nullable Sent begin(@Nullable Object first, @Nullable Object second) {
    try {
      Object request = first instanceof ClassicHttpRequest ? first : second;
      HttpHost host = first instanceof HttpHost ? (HttpHost) first : null;
      return request instanceof ClassicHttpRequest
          ? begin(host, (ClassicHttpRequest) request)
          : null;
    } catch (Throwable t) {
      TAP.failed(t);
      return null;
    }
  }

  private static @Nullable Sent begin(@Nullable HttpHost host, ClassicHttpRequest request) {
    LlmCall call = mayBegin(host, request) ? begin(host, request, request.getEntity()) : null;
    return call == null ? null : Sent.begin(request, call);
  }

  /** Whether it is worth to look at a request. Allocates nothing. */
  static boolean mayBegin(@Nullable HttpHost host, HttpRequest request) {
    NamedEndpoint server = host != null ? host : request.getAuthority();
    String path = request.getPath();
    String name = server == null ? "" : server.getHostName();
    int port = server == null ? -1 : server.getPort();
    return path != null && LlmCalls.mayBeginAt(request.getMethod(), name, port, path);
  }

  static @Nullable LlmCall begin(
      @Nullable HttpHost host, HttpRequest request, @Nullable EntityDetails body) {
    Apache5Request seen = new Apache5Request(host, request, body);
    return LlmCalls.mayBegin(request.getMethod(), seen.url()) ? LlmCalls.begin(seen) : null;
  }

  /** One more request that stands for one of ours, if it is. */
  static @Nullable Attempt attempt(HttpHost host, HttpRequest original) {
    return mayBegin(host, original) ? LlmCalls.attempt(original) : null;
  }

  static void responded(ClassicHttpRequest request, @Nullable CloseableHttpResponse response) {
    LlmCall call = Sent.take(request);
    if (call != null && response != null) {
      TAP.wrap(call, new Answer(request, response));
    }
  }

  static void finish(@Nullable Object sent, @Nullable Throwable failure) {
    if (sent instanceof Sent) {
      ((Sent) sent).end();
      TAP.finish(((Sent) sent).call(), null, failure);
    }
  }

  static @Nullable LlmCall closing(CloseableHttpResponse response) {
    HttpEntity entity = response.getEntity();
    if (!(entity instanceof TeeEntity)) {
      return null;
    }
    LlmCall call = ((TeeEntity) entity).call();
    call.closing();
    return call;
  }

  private static Answer tee(Answer answer, LlmCall call) {
    CloseableHttpResponse response = answer.response();
    call.headers(response.getCode(), name -> valueOf(response.getFirstHeader(name)));
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      call.endOfBody();
    } else {
      response.setEntity(new TeeEntity(entity, call, answer));
    }
    return answer;
  }

  static @Nullable String valueOf(@Nullable Header header) {
    return header == null ? null : header.getValue();
  }
}
