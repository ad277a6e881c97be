package io.costspan.smoke.okhttp;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Asks again, at once, when there were too many requests. */
final class Retries implements Interceptor {
  private final int max;

  Retries(int max) {
    this.max = max;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    for (int i = 0; i < max && response.code() == 429; i++) {
      response.close();
      response = chain.proceed(chain.request());
    }
    return response;
  }
}
