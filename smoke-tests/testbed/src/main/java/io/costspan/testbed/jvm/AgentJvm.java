package io.costspan.testbed.jvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A child JVM. Never outlives the test: what takes too long is killed. */
public final class AgentJvm implements AutoCloseable {
  /** What a server prints, with its port, when it can be asked. */
  private static final String LISTENING = "listening|";

  private final long start = System.nanoTime();
  private final Duration patience;
  private final Process process;
  private final Thread killer;
  private final CompletableFuture<Integer> port = new CompletableFuture<>();
  private final CompletableFuture<List<String>> stdout;
  private final CompletableFuture<List<String>> stderr;

  private AgentJvm(JvmCommand command, Duration patience) {
    this.patience = patience;
    process = process(command);
    killer = new Thread(process::destroyForcibly, "kills a child of an interrupted test");
    Runtime.getRuntime().addShutdownHook(killer);
    // Both pipes are drained all the time: a full pipe would block the child for ever.
    stdout = lines(process.getInputStream(), this::look);
    stderr = lines(process.getErrorStream(), line -> {});
  }

  /**
   * Runs a command to its end. Fails, with everything the JVM printed, when it did not end within
   * {@code patience}.
   */
  public static AgentRun run(JvmCommand command, Duration patience) {
    try (AgentJvm jvm = new AgentJvm(command, patience)) {
      return jvm.awaitEnd();
    }
  }

  /**
   * Starts a server that prints {@code listening|PORT} when it can be asked, and waits for that.
   *
   * @param patience for its start, and again for its end
   */
  public static AgentJvm start(JvmCommand command, Duration patience) {
    AgentJvm jvm = new AgentJvm(command, patience);
    try {
      jvm.port.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return jvm;
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      jvm.close();
      throw new IllegalStateException(
          "no server after " + patience + ": " + jvm.stdout.join() + jvm.stderr.join(), e);
    }
  }

  /** Of a server that was started. */
  public int port() {
    return port.join();
  }

  /** Asks the JVM to end, as an operator does, and waits until it has. */
  public AgentRun end() {
    process.destroy();
    return awaitEnd();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    Runtime.getRuntime().removeShutdownHook(killer);
  }

  private AgentRun awaitEnd() {
    try {
      boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      if (!ended) {
        process.destroyForcibly().waitFor();
        throw new IllegalStateException(
            "still running after " + patience + ": " + stdout.join() + stderr.join());
      }
      return new AgentRun(process.exitValue(), stdout.join(), stderr.join(), elapsed);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void look(String line) {
    if (line.startsWith(LISTENING)) {
      port.complete(Integer.valueOf(line.substring(LISTENING.length())));
    }
  }

  private static Process process(JvmCommand command) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command.line());
      // Whoever runs the tests may use an agent or a collector of their own.
      builder.environment().keySet().removeIf(AgentJvm::changesTheChild);
      builder.environment().putAll(command.environment());
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.line(), e);
    }
  }

  private static boolean changesTheChild(String variable) {
    return variable.startsWith("OTEL_")
        || variable.startsWith("OPENAI_")
        || variable.startsWith("ANTHROPIC_")
        || variable.equals("JAVA_TOOL_OPTIONS")
        || variable.equals("JDK_JAVA_OPTIONS")
        || variable.equals("CLASSPATH");
  }

  private static CompletableFuture<List<String>> lines(
      InputStream stream, Consumer<String> onLine) {
    CompletableFuture<List<String>> result = new CompletableFuture<>();
    Thread reader = new Thread(() -> result.complete(drain(stream, onLine)), "drains a child JVM");
    reader.setDaemon(true);
    reader.start();
    return result;
  }

  private static List<String> drain(InputStream stream, Consumer<String> onLine) {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        onLine.accept(line);
      }
    } catch (IOException e) {
      lines.add("(output ended with " + e + ")");
    }
    return lines;
  }
}
