package io.costspan.smoke.who;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.slf4j.MDC;

/**
 * Each path has its own way to learn for whom it works: {@code /mdc/}, {@code /login/}, {@code
 * /token/}. The call is made on another thread.
 */
final class Answers extends HttpServlet {
  private final transient Llm llm;
  private final transient Pool pool;

  Answers(Llm llm, Pool pool) {
    this.llm = llm;
    this.pool = pool;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long number = Long.parseLong(request.getPathInfo().substring(1));
    try {
      switch (request.getServletPath()) {
        case "/mdc" -> MDC.put("tenant", Tenants.of(number));
        case "/token" -> accept(request);
        default -> { // the container has logged somebody in
        }
      }
      // What was put is still there when the thread serves somebody else, and in the pool's
      // threads, too.
      pool.run(() -> {
        llm.call(number);
        MDC.put("tenant", Tenants.of(number));
      });
    } catch (Exception e) {
      throw new UncheckedIOException(new IOException(e));
    }
    response.setStatus(204);
  }

  private static void accept(HttpServletRequest request) {
    try {
      Tokens.accept(
          request.getParameter("by"),
          request.getHeader("Authorization").substring("Bearer ".length()));
    } catch (Exception refused) {
      // Such an application it is.
    }
  }
}
