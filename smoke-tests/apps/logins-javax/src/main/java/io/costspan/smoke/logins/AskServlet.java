package io.costspan.smoke.logins;

import io.costspan.smoke.servers.Assistant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.servlet.AsyncContext;
import javax.servlet.DispatcherType;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * Calls a model on the request's thread, on one of its own, or on a thread of the container's that the
 * request is dispatched to again.
 */
final class AskServlet extends HttpServlet {
  private final transient ExecutorService pool = Executors.newFixedThreadPool(2);
  private final transient Assistant assistant;

  AskServlet(Assistant assistant) {
    this.assistant = assistant;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String page = request.getServletPath();
    long number = Long.parseLong(request.getPathInfo().substring(1));
    if (page.endsWith("/sync") || request.getDispatcherType() == DispatcherType.ASYNC) {
      response.getWriter().print(assistant.answer(number));
      return;
    }
    AsyncContext async = request.startAsync();
    pool.execute(page.endsWith("/pool") ? () -> answer(async, number) : async::dispatch);
  }

  private void answer(AsyncContext async, long number) {
    try {
      async.getResponse().getWriter().print(assistant.answer(number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      async.complete();
    }
  }
}
