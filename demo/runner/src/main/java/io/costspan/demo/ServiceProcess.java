package io.costspan.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The service in a JVM of its own, with the agent as its only addition. It ends when we do. */
final class ServiceProcess implements AutoCloseable {
  private static final String GREETING = "copilot ";
  private static final long START_SECONDS = 60;
  private static final long STOP_SECONDS = 60;

  private final Process process;
  private final Path log;
  private final CompletableFuture<URI> address = new CompletableFuture<>();

  private ServiceProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    Thread reader = new Thread(this::readOutput, "reads the service's output");
    reader.setDaemon(true);
    reader.start();
  }

  static ServiceProcess start(DemoSettings settings, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command(settings));
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectError(settings.log().toFile());
    try {
      return new ServiceProcess(builder.start(), settings.log());
    } catch (IOException e) {
      throw new DemoFailure("the service does not start: " + e.getMessage(), e);
    }
  }

  private static List<String> command(DemoSettings settings) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        // For a process that lives for seconds: less compilation, less memory.
        "-XX:TieredStopAtLevel=1",
        "-Xmx256m",
        "-javaagent:" + settings.agentJar(),
        "-classpath",
        settings.serviceJars().resolve("*").toString(),
        "io.costspan.demo.copilot.CopilotService");
  }

  /** Waits until the service listens. */
  URI address() throws InterruptedException {
    try {
      return address.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new DemoFailure("the service ended before it listened, see " + log, e);
    } catch (TimeoutException e) {
      throw new DemoFailure("the service does not listen, see " + log, e);
    }
  }

  /** Lets the service end by itself: that is when the agent exports what it still holds. */
  void stop() throws InterruptedException {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      throw new DemoFailure("the service was gone before its end, see " + log, e);
    }
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      throw new DemoFailure("the service does not end, see " + log);
    }
    if (process.exitValue() != 0) {
      throw new DemoFailure("the service ended with " + process.exitValue() + ", see " + log);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void readOutput() {
    try (BufferedReader lines = new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(GREETING)) {
          address.complete(URI.create(line.substring(GREETING.length())));
        }
      }
      address.completeExceptionally(new IOException("no more output"));
    } catch (IOException e) {
      address.completeExceptionally(e);
    }
  }
}
