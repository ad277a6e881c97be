package io.costspan.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM that runs an application under a variant. */
final class ChildJvm {
  static final Path LOG = Agents.buildDirectory().resolve("child-jvms.log");

  /** On two cores the JDK would start a thread for every future that an SDK completes. */
  private static final String COMMON_POOL =
      "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2";

  private final OtlpSink sink;

  ChildJvm(OtlpSink sink) {
    this.sink = sink;
  }

  /** What the application prints; whatever it complains of goes to a log in the build directory. */
  String run(Variant variant, List<String> options, Class<?> main, String... args)
      throws IOException, InterruptedException {
    Process process = start(variant, options, main, args);
    try {
      return output(process);
    } finally {
      process.destroyForcibly();
    }
  }

  /** An application that waits for orders. */
  Worker employ(Variant variant, List<String> options, Class<?> main, String... args)
      throws IOException {
    return new Worker(start(variant, options, main, args), variant);
  }

  private Process start(Variant variant, List<String> options, Class<?> main, String... args)
      throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add(COMMON_POOL);
    line.addAll(options);
    line.addAll(variant.jvmOptions(sink));
    line.addAll(List.of("-cp", Agents.applicationClassPath(), main.getName()));
    line.addAll(List.of(args));
    return new ProcessBuilder(line)
        .redirectError(Redirect.appendTo(LOG.toFile()))
        .start();
  }

  private static String output(Process process) throws IOException, InterruptedException {
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          "the application failed, see " + LOG + "; it said: " + output);
    }
    return output;
  }
}
