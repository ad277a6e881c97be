package io.opentelemetry.javaagent.costspan;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.instrumentation.api.instrumenter.OperationListener;
import io.opentelemetry.javaagent.costspan.action.Actions;

/** Hears of every request that a server answers, sampled or not. */
final class ServedRequests implements OperationListener {

  private static final ContextKey<String> METHOD = ContextKey.named("costspan-served-method");
  private static final AttributeKey<String> HTTP_METHOD =
      AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> HTTP_ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<Long> HTTP_STATUS =
      AttributeKey.longKey("http.response.status_code");

  @Override
  public Context onStart(Context context, Attributes atStart, long startNanos) {
    String method = Actions.seeRequests() ? atStart.get(HTTP_METHOD) : null;
    return method == null ? context : context.with(METHOD, method);
  }

  @Override
  public void onEnd(Context context, Attributes atEnd, long endNanos) {
    String method = context.get(METHOD);
    String route = method == null ? null : atEnd.get(HTTP_ROUTE);
    Long status = route == null ? null : atEnd.get(HTTP_STATUS);
    if (method != null && route != null && status != null) {
      Actions.served(context, method, route, status);
    }
  }
}
