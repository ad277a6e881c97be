package io.opentelemetry.javaagent.costspan.call;

import java.io.IOException;
import java.io.OutputStream;

/** Says what another request says, unless a test overrides it. */
class ForwardingRequest implements WireRequest {

  private final WireRequest request;

  ForwardingRequest(WireRequest request) {
    this.request = request;
  }

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public String path() {
    return request.path();
  }

  @Override
  public String baseUrl() {
    return request.baseUrl();
  }

  @Override
  public void writeJsonTo(OutputStream out) throws IOException {
    request.writeJsonTo(out);
  }
}
