package io.opentelemetry.javaagent.costspan.tap.apache5;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * What an asynchronous client is about to send. The client's own producers tell as often as they are
 * asked; one whose {@code sendRequest} is the application's is not asked, since that may do things.
 */
final class ToldRequest implements RequestChannel {

  private static final ClassValue<Boolean> TELLS = new ClassValue<Boolean>() {
    @Override
    protected Boolean computeValue(Class<?> producer) {
      return tells(producer);
    }
  };

  /** One for all requests that are no calls; more are made only while threads meet here. */
  private static final AtomicReference<@Nullable ToldRequest> SPARE =
      new AtomicReference<>(new ToldRequest());

  private @Nullable HttpRequest request;
  private @Nullable EntityDetails body;

  private ToldRequest() {}

  /** To be released; null where the producer cannot be asked. */
  static @Nullable ToldRequest of(AsyncRequestProducer producer) throws HttpException, IOException {
    if (!TELLS.get(producer.getClass())) {
      return null;
    }
    ToldRequest spare = SPARE.getAndSet(null);
    ToldRequest told = spare == null ? new ToldRequest() : spare;
    producer.sendRequest(told, null);
    return told;
  }

  @Override
  public void sendRequest(
      HttpRequest newRequest, @Nullable EntityDetails newBody, @Nullable HttpContext context) {
    request = newRequest;
    body = newBody;
  }

  @Nullable
  HttpRequest request() {
    return request;
  }

  @Nullable
  EntityDetails body() {
    return body;
  }

  void release() {
    request = null;
    body = null;
    SPARE.set(this);
  }

  private static boolean tells(Class<?> producer) {
    try {
      return producer
              .getMethod("sendRequest", RequestChannel.class, HttpContext.class)
              .getDeclaringClass()
          == BasicRequestProducer.class;
    } catch (NoSuchMethodException impossible) {
      return false;
    }
  }
}
