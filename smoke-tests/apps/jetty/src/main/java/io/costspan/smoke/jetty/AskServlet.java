package io.costspan.smoke.jetty;

import io.costspan.smoke.servers.Assistant;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet with one way to call a model. */
final class AskServlet extends HttpServlet {
  private final transient Assistant assistant;
  private final Way way;

  AskServlet(Assistant assistant, Way way) {
    this.assistant = assistant;
    this.way = way;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    way.answer(assistant, request, response);
  }
}
