package io.opentelemetry.javaagent.costspan.tap.apache5;

import java.util.concurrent.CancellationException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.core5.concurrent.CancellableDependency;
import org.apache.hc.core5.http.ClassicHttpRequest;

/**
 * A response of the blocking client and the request that it answers. Knows why its body failed:
 * whoever cancels a request while the body comes only closes the socket.
 */
final class Answer {

  private final ClassicHttpRequest request;
  private final CloseableHttpResponse response;

  Answer(ClassicHttpRequest request, CloseableHttpResponse response) {
    this.request = request;
    this.response = response;
  }

  CloseableHttpResponse response() {
    return response;
  }

  Throwable reason(Throwable failure) {
    boolean cancelled =
        request instanceof CancellableDependency && ((CancellableDependency) request).isCancelled();
    return cancelled ? new CancellationException("cancelled while the body came") : failure;
  }
}
