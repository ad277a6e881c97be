package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.jvm.AgentJvm;
import io.costspan.testbed.jvm.AgentRun;
import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import io.costspan.testbed.otlp.Behaviour;
import io.costspan.testbed.otlp.OtlpReceiver;
import io.costspan.testbed.otlp.Received;
import io.costspan.testbed.provider.ProviderServer;
import io.costspan.testbed.wire.SelfSigned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Starts applications, with and without the agent, against a provider and a collector of their own. */
final class Launch {
  private static final String SETTING = "otel.instrumentation.costspan.";
  static final Duration PATIENCE = Duration.ofMinutes(5);

  /** 128 and the number of the signal. */
  static final int TERMINATED = 143;

  private static final Map<String, Run> PLAIN = new ConcurrentHashMap<>();

  private final @Nullable Environment environment;
  private final Map<String, String> properties = new TreeMap<>();
  private final List<String> options = new ArrayList<>();
  private Behaviour collector = Behaviour.ACCEPT;
  private BiConsumer<ProviderServer, OtlpReceiver> trouble = (provider, receiver) -> {};
  private boolean allInOne;
  private boolean stock;
  private @Nullable Function<String, Path> configurationFile;

  private Launch(@Nullable Environment environment) {
    this.environment = environment;
  }

  /** With the agent and with Costspan. */
  static Launch in(Environment environment) {
    return new Launch(environment);
  }

  /** On this JDK, with the agent that has Costspan inside. */
  static Launch allInOne() {
    Launch launch = in(Environment.current());
    launch.allInOne = true;
    return launch;
  }

  /** With the agent as it is, without Costspan. */
  static Launch stock(Environment environment) {
    Launch launch = in(environment);
    launch.stock = true;
    return launch;
  }

  /** Without the agent. */
  static Launch bare() {
    return new Launch(null);
  }

  /** All scenarios on the bare JDK: the same for a whole test run, so it is run only once. */
  static Run plain(App app, Path jdk) {
    return PLAIN.computeIfAbsent(app + " on " + jdk, key -> bare().all(app, jdk));
  }

  Launch property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  /** Takes the certificate for that of a provider. */
  Launch trusting(SelfSigned certificate) {
    return property("javax.net.ssl.trustStore", certificate.keyStore().toString())
        .property("javax.net.ssl.trustStorePassword", SelfSigned.PASSWORD);
  }

  /** Of the JVM. */
  Launch option(String option) {
    options.add(option);
    return this;
  }

  /** Instead of properties. The function is given the collector's URL and names the file. */
  Launch configurationFile(Function<String, Path> file) {
    configurationFile = file;
    return this;
  }

  Launch collector(Behaviour behaviour) {
    collector = behaviour;
    return this;
  }

  /** Works at first, misbehaves from one call of the application to another, and works again. */
  Launch collector(Behaviour fault, int fromCall, int toCall) {
    trouble = (provider, receiver) -> {
      provider.whenAsked(fromCall, () -> receiver.behave(fault));
      provider.whenAsked(toCall, () -> receiver.behave(Behaviour.ACCEPT));
    };
    return this;
  }

  Run allScenariosOf(App app) {
    assertThat(environment).isNotNull();
    return all(app, environment.jdk());
  }

  /** The arguments of the program are given the URL of the provider and a refused port. */
  Run run(Path jdk, Program program) {
    return run(jdk, program, (command, provider, received) -> {
      AgentRun jvm = AgentJvm.run(command, PATIENCE);
      assertThat(jvm.exitCode()).as(() -> "exit code; stderr: " + jvm.stderr()).isZero();
      return jvm;
    });
  }

  /** A server, which is ended when its visitors have left. */
  Run serve(Path jdk, Program program, Visitors visitors) {
    return run(jdk, program, (command, provider, received) -> {
      try (AgentJvm jvm = AgentJvm.start(command, PATIENCE)) {
        visitors.visit(jvm.port());
        if (environment != null) {
          visitors.awaitTraces(received);
        }
        AgentRun run = jvm.end();
        assertThat(run.exitCode()).as(() -> "stderr: " + run.stderr()).isEqualTo(TERMINATED);
        return run;
      }
    });
  }

  /** Whatever a child does, with the two that it talks to at hand. */
  Run run(Path jdk, Program program, Life life) {
    try (ProviderServer provider = ProviderServer.start();
        OtlpReceiver receiver = OtlpReceiver.start()) {
      receiver.behave(collector);
      trouble.accept(provider, receiver);
      int refusedPort = refusedPort();
      JvmCommand command = command(jdk, receiver.endpoint());
      program.addTo(command, provider.anthropicBaseUrl(), String.valueOf(refusedPort));
      AgentRun jvm = life.live(command, provider, receiver.received());
      return new Run(
          jvm,
          receiver.received(),
          provider.ledger(),
          provider.received(),
          receiver.exports(),
          provider.port(),
          refusedPort);
    }
  }

  /** Some scenarios on this JDK, one after the other. */
  Run scenariosOf(App app, Scenario... scenarios) {
    return scenarios(
        app, Jdks.running(), Stream.of(scenarios).map(Scenario::label).toList());
  }

  private Run all(App app, Path jdk) {
    return scenarios(app, jdk, List.of("all"));
  }

  private Run scenarios(App app, Path jdk, List<String> labels) {
    return run(app, jdk, (url, refusedPort) -> {
      List<String> arguments = new ArrayList<>(List.of(url, refusedPort));
      arguments.addAll(labels);
      return arguments;
    });
  }

  /**
   * One call many times, at a provider of the test's own.
   *
   * @param shape call, async, stream or async-stream
   */
  Run repeated(App app, String providerUrl, String shape, int calls, int threads, int retries) {
    return run(
        app,
        Jdks.running(),
        (url, refusedPort) -> Stream.of(providerUrl, "repeat", shape, calls, threads, retries)
            .map(String::valueOf)
            .toList());
  }

  private Run run(App app, Path jdk, BiFunction<String, String, List<String>> arguments) {
    return run(jdk, (command, url, refusedPort) -> {
      if (environment != null && !stock) {
        app.settings().forEach((name, value) -> command.property(SETTING + name, value));
      }
      command
          .classPath(List.of(app.classPath()))
          .property("gc.until.collected", "true")
          .main(app.mainClass(), arguments.apply(url, refusedPort).toArray(new String[0]));
    });
  }

  private JvmCommand command(Path jdk, String collectorUrl) {
    JvmCommand command = new JvmCommand(jdk);
    if (environment != null) {
      addAgent(command, environment);
      if (configurationFile == null) {
        command.exportTo(collectorUrl);
      } else {
        command.property(
            "otel.config.file", configurationFile.apply(collectorUrl).toString());
      }
    }
    options.forEach(command::option);
    properties.forEach(command::property);
    return command;
  }

  private void addAgent(JvmCommand command, Environment environment) {
    command.agent(allInOne ? Artifacts.allInOne() : Artifacts.agent(environment.agentVersion()));
    if (!allInOne && !stock) {
      command.extension(Artifacts.extension());
    }
    if (environment.v3Preview()) {
      command.property("otel.instrumentation.common.v3-preview", "true");
    }
  }

  /** A port that was free a moment ago and is not listened on. */
  private static int refusedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From the start of the child to its end. */
  @FunctionalInterface
  interface Life {
    AgentRun live(JvmCommand command, ProviderServer provider, Received received);
  }

  /** Who asks a server. */
  interface Visitors {
    void visit(int port);

    /** A server may end its spans after it has answered: until they are here it is not ended. */
    void awaitTraces(Received received);
  }

  /** What to run in the child. */
  @FunctionalInterface
  interface Program {
    void addTo(JvmCommand command, String providerUrl, String refusedPort);
  }
}
