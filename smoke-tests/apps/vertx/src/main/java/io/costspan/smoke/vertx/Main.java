package io.costspan.smoke.vertx;

import io.costspan.smoke.servers.Assistant;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletionStage;

/** Vert.x Web on a free port of the loopback. Argument: URL of the provider. */
public final class Main {
  private final Vertx vertx = Vertx.vertx();
  private final Assistant assistant;

  private Main(Assistant assistant) {
    this.assistant = assistant;
  }

  public static void main(String... args) {
    Main main = new Main(new Assistant(args[0]));
    main.vertx
        .createHttpServer()
        .requestHandler(main.routes())
        .listen(0, "127.0.0.1")
        .onSuccess(server -> System.out.println("listening|" + server.actualPort()));
  }

  private Router routes() {
    Router router = Router.router(vertx);
    router.get("/later/:number").handler(this::later);
    router.get("/both/:number").handler(this::both);
    router.get("/blocking/:number").handler(this::blocking);
    router.get("/pushed/:number").handler(this::pushed);
    return router;
  }

  /** From the event loop. */
  private void later(RoutingContext routing) {
    end(routing, assistant.answerLater(number(routing)));
  }

  private void both(RoutingContext routing) {
    Future<String> first = future(assistant.answerLater(number(routing)));
    Future<String> both = first.compose(
        text -> future(assistant.answerLater(number(routing) + 1)).map(more -> text + more));
    both.onSuccess(routing::end);
  }

  private void blocking(RoutingContext routing) {
    vertx.executeBlocking(() -> assistant.answer(number(routing))).onSuccess(routing::end);
  }

  private void pushed(RoutingContext routing) {
    StringBuilder text = new StringBuilder();
    end(
        routing,
        assistant.streamLater(number(routing), text::append).thenApply(ended -> text.toString()));
  }

  private void end(RoutingContext routing, CompletionStage<String> answer) {
    future(answer).onSuccess(routing::end);
  }

  /** Back on the event loop. */
  private <T> Future<T> future(CompletionStage<T> stage) {
    return Future.fromCompletionStage(stage, vertx.getOrCreateContext());
  }

  private static long number(RoutingContext routing) {
    return Long.parseLong(routing.pathParam("number"));
  }
}
