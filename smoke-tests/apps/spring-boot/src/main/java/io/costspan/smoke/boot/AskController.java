package io.costspan.smoke.boot;

import io.costspan.smoke.servers.Assistant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Every way in which a servlet application comes to call a model. */
@RestController
class AskController {
  private final Assistant assistant;
  private final Background background;
  private final ExecutorService pool = Executors.newFixedThreadPool(2);

  AskController(Assistant assistant, Background background) {
    this.assistant = assistant;
    this.background = background;
  }

  @GetMapping("/sync/{number}")
  String sync(@PathVariable("number") long number) {
    return assistant.answer(number);
  }

  @GetMapping("/pool/{number}")
  String pool(@PathVariable("number") long number) throws Exception {
    return pool.submit(() -> assistant.answer(number)).get();
  }

  @GetMapping("/annotated/{number}")
  CompletableFuture<String> annotated(@PathVariable("number") long number) {
    return background.answer(number);
  }

  @GetMapping("/later/{number}")
  CompletableFuture<String> later(@PathVariable("number") long number) {
    return assistant.answerLater(number);
  }

  @GetMapping("/deferred/{number}")
  DeferredResult<String> deferred(@PathVariable("number") long number) {
    DeferredResult<String> result = new DeferredResult<>();
    CompletableFuture.supplyAsync(() -> assistant.answer(number), pool)
        .thenAccept(result::setResult);
    return result;
  }

  /** The second call is made from the callback of the first. */
  @GetMapping("/both/{number}")
  CompletableFuture<String> both(@PathVariable("number") long number) {
    return assistant
        .answerLater(number)
        .thenCompose(first -> assistant.answerLater(number + 1).thenApply(first::concat));
  }

  @GetMapping("/streamed/{number}")
  String streamed(@PathVariable("number") long number) {
    StringBuilder text = new StringBuilder();
    assistant.stream(number, text::append);
    return text.toString();
  }

  @GetMapping(path = "/sse/{number}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter sse(@PathVariable("number") long number) {
    SseEmitter emitter = new SseEmitter();
    assistant.streamLater(number, piece -> send(emitter, piece)).thenRun(emitter::complete);
    return emitter;
  }

  /** On which thread requests are served, which is a setting. */
  @GetMapping("/thread/{number}")
  String thread(@PathVariable("number") long number) {
    return Thread.currentThread().toString();
  }

  private static void send(SseEmitter emitter, String piece) {
    try {
      emitter.send(piece);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
