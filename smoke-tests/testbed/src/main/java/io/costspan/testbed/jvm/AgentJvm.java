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
import java.util.concurrent.TimeUnit;

/** Runs a {@link JvmCommand} to its end. Never outlives the test: what takes too long is killed. */
public final class AgentJvm {
  private AgentJvm() {}

  /** Fails, with everything the JVM printed, when it did not end within {@code patience}. */
  public static AgentRun run(JvmCommand command, Duration patience) {
    long start = System.nanoTime();
    Process process = start(command);
    Thread killer = new Thread(process::destroyForcibly, "kills a child of an interrupted test");
    Runtime.getRuntime().addShutdownHook(killer);
    try {
      // Both pipes are drained all the time: a full pipe would block the child for ever.
      CompletableFuture<List<String>> stdout = lines(process.getInputStream());
      CompletableFuture<List<String>> stderr = lines(process.getErrorStream());
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
    } finally {
      process.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(killer);
    }
  }

  private static Process start(JvmCommand command) {
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

  private static CompletableFuture<List<String>> lines(InputStream stream) {
    CompletableFuture<List<String>> result = new CompletableFuture<>();
    Thread reader = new Thread(() -> result.complete(drain(stream)), "drains a child JVM");
    reader.setDaemon(true);
    reader.start();
    return result;
  }

  private static List<String> drain(InputStream stream) {
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      lines.add("(output ended with " + e + ")");
    }
    return lines;
  }
}
