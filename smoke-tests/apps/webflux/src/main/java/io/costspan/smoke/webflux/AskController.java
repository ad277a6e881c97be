package io.costspan.smoke.webflux;

import io.costspan.smoke.servers.Assistant;
import java.time.Duration;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Every way in which a reactive application comes to call a model. */
@RestController
class AskController {
  private final Assistant assistant;

  AskController(Assistant assistant) {
    this.assistant = assistant;
  }

  @GetMapping("/later/{number}")
  Mono<String> later(@PathVariable("number") long number) {
    return answer(number);
  }

  /** A blocking call where blocking calls belong. */
  @GetMapping("/blocking/{number}")
  Mono<String> blocking(@PathVariable("number") long number) {
    return Mono.fromCallable(() -> assistant.answer(number))
        .subscribeOn(Schedulers.boundedElastic());
  }

  @GetMapping("/published/{number}")
  Mono<String> published(@PathVariable("number") long number) {
    return Mono.just(number).publishOn(Schedulers.parallel()).flatMap(this::answer);
  }

  @GetMapping("/delayed/{number}")
  Mono<String> delayed(@PathVariable("number") long number) {
    return Mono.just(number).delayElement(Duration.ofMillis(5)).flatMap(this::answer);
  }

  @GetMapping("/both/{number}")
  Mono<String> both(@PathVariable("number") long number) {
    return Flux.just(number, number + 1).flatMap(this::answer).collect(Collectors.joining());
  }

  @GetMapping(path = "/streamed/{number}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<String> streamed(@PathVariable("number") long number) {
    return Flux.<String>create(sink -> assistant
            .streamLater(number, sink::next)
            .whenComplete((ended, failure) -> {
              if (failure == null) {
                sink.complete();
              } else {
                sink.error(failure);
              }
            }))
        .publishOn(Schedulers.parallel());
  }

  private Mono<String> answer(long number) {
    return Mono.fromFuture(() -> assistant.answerLater(number));
  }
}
