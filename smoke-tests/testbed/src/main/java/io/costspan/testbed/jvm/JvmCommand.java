package io.costspan.testbed.jvm;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line of a child JVM. Built step by step:
 *
 * <pre>{@code
 * new JvmCommand(Jdks.running())
 *     .classPath(List.of(app))
 *     .agent(agentJar)
 *     .extension(costspanJar)
 *     .exportTo(receiver.endpoint())
 *     .main("com.example.Main", "argument");
 * }</pre>
 */
public final class JvmCommand {
  /** A JVM that lives for seconds: half of its start with the agent would go into optimising. */
  private static final List<String> SHORT_LIVED =
      List.of("-Xshare:auto", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Path javaHome;
  private final List<String> options = new ArrayList<>(SHORT_LIVED);
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final List<String> program = new ArrayList<>();

  public JvmCommand(Path javaHome) {
    this.javaHome = javaHome;
  }

  /** Directories (all jars in them) and jars. */
  public JvmCommand classPath(List<Path> entries) {
    List<String> expanded = new ArrayList<>();
    for (Path entry : entries) {
      boolean jar = entry.toString().endsWith(".jar");
      expanded.add(jar ? entry.toString() : entry.resolve("*").toString());
    }
    return option("-cp").option(String.join(File.pathSeparator, expanded));
  }

  public JvmCommand agent(Path agentJar) {
    return option("-javaagent:" + agentJar);
  }

  public JvmCommand extension(Path extensionJar) {
    return property("otel.javaagent.extensions", extensionJar.toString());
  }

  /**
   * Everything goes to this OTLP endpoint: spans and log records soon, metrics once at the end. All
   * three are flushed by the agent's shutdown hook, so they are complete when the JVM has exited.
   */
  public JvmCommand exportTo(String endpoint) {
    return property("otel.service.name", "smoke")
        .property("otel.exporter.otlp.protocol", "http/protobuf")
        .property("otel.exporter.otlp.endpoint", endpoint)
        .property("otel.exporter.otlp.compression", "gzip")
        .property("otel.traces.exporter", "otlp")
        .property("otel.metrics.exporter", "otlp")
        .property("otel.logs.exporter", "otlp")
        .property("otel.bsp.schedule.delay", "200")
        .property("otel.bsp.max.queue.size", "65536")
        .property("otel.blrp.schedule.delay", "200")
        .property("otel.blrp.max.queue.size", "65536")
        .property("otel.metric.export.interval", "600000");
  }

  public JvmCommand property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  public JvmCommand option(String option) {
    options.add(option);
    return this;
  }

  public JvmCommand environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public JvmCommand main(String mainClass, String... arguments) {
    program.add(mainClass);
    program.addAll(Arrays.asList(arguments));
    return this;
  }

  /** {@code java -jar}. */
  public JvmCommand jar(Path jar, String... arguments) {
    program.add("-jar");
    return main(jar.toString(), arguments);
  }

  List<String> line() {
    List<String> line = new ArrayList<>();
    line.add(javaHome.resolve("bin/java").toString());
    line.addAll(options);
    properties.forEach((name, value) -> line.add("-D" + name + "=" + value));
    line.addAll(program);
    return line;
  }

  Map<String, String> environment() {
    return Collections.unmodifiableMap(environment);
  }
}
