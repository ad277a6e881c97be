package io.costspan.benchmarks;

import io.costspan.benchmarks.child.Loopback;
import io.costspan.benchmarks.load.Application;
import io.costspan.benchmarks.load.Pulse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * A service under load, with the agent alone and with Costspan: 200 users at once, each of whose
 * requests is a streamed LLM call. The two services are alive together, and are asked in turns.
 * Optional arguments: minutes, seconds of a turn, milliseconds that an answer takes (0: all
 * cores are always busy). Prints Markdown and draws a picture of the heap.
 */
public final class Load {
  private static final List<Variant> VARIANTS = List.of(Variant.AGENT, Variant.COSTSPAN);
  private static final int USERS = 200;
  private static final int CHUNKS = 50;

  private final Crew services;
  private final Users users;
  private final LoadReport report = new LoadReport();

  private Load(Crew services, Users users) {
    this.services = services;
    this.users = users;
  }

  public static void main(String... args) throws Exception {
    double minutes = Double.parseDouble(args.length > 0 ? args[0] : "10");
    int turnSeconds = Integer.parseInt(args.length > 1 ? args[1] : "30");
    Duration answer = Duration.ofMillis(args.length > 2 ? Long.parseLong(args[2]) : 0);
    Loopback.prepare();
    try (StreamingProvider provider = new StreamingProvider(CHUNKS, answer);
        Crew services = new Crew(VARIANTS, List.of("-Xmx1g"), Application.class, provider.url());
        Users users = new Users(USERS)) {
      Load load = new Load(services, users);
      load.warmUp(Duration.ofSeconds(turnSeconds));
      load.run((int) Math.ceil(minutes * 60 / turnSeconds / VARIANTS.size()), turnSeconds);
      services.requireTelemetryOf(Variant.COSTSPAN);
      System.out.print(load.report.markdown());
      System.out.println(load.report.heap().writeTo(Agents.pictures().resolve("heap.svg")));
    }
  }

  private void warmUp(Duration duration) throws Exception {
    for (Variant variant : VARIANTS) {
      users.ask(url(variant), duration);
    }
  }

  /** The one that was last in a pair is the first in the next. */
  private void run(int pairs, int turnSeconds) throws Exception {
    for (int pair = 0; pair < pairs; pair++) {
      for (int i = 0; i < VARIANTS.size(); i++) {
        Variant variant = VARIANTS.get((pair + i) % VARIANTS.size());
        report.add(variant, turn(variant, Duration.ofSeconds(turnSeconds)));
      }
    }
  }

  private Turn turn(Variant variant, Duration duration) throws Exception {
    Worker service = services.worker(variant);
    users.ask(url(variant), duration.dividedBy(10)); // caches are cold
    Pulse before = Pulse.parse(service.ask("pulse"));
    long startNanos = System.nanoTime();
    Sample millis = users.ask(url(variant), duration);
    double seconds = (System.nanoTime() - startNanos) / 1e9;
    Pulse spent = Pulse.parse(service.ask("pulse")).minus(before);
    return new Turn(seconds, millis, spent, Long.parseLong(service.ask("rest")));
  }

  private String url(Variant variant) throws IOException {
    return "http://127.0.0.1:" + services.worker(variant).ask("port") + "/chat";
  }
}
