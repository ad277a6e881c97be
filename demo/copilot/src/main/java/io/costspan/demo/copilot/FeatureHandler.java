package io.costspan.demo.copilot;

import com.anthropic.errors.AnthropicException;
import com.openai.errors.BadRequestException;
import com.openai.errors.OpenAIException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionException;

/** A feature behind HTTP: the text comes as the body of a POST. */
final class FeatureHandler implements HttpHandler {
  private final Feature feature;

  FeatureHandler(Feature feature) {
    this.feature = feature;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Reply reply = new Reply(exchange);
    try {
      feature.answer(text, reply);
    } catch (BadRequestException e) {
      reply.refuse(400, "The assistant cannot work with this text.\n");
    } catch (OpenAIException | AnthropicException | CompletionException e) {
      System.err.println("copilot: " + e);
      reply.refuse(502, "The assistant is not available.\n");
    }
    reply.end();
  }
}
