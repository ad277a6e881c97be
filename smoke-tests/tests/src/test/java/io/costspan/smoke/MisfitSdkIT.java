package io.costspan.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.costspan.smoke.runner.Scenario;
import io.costspan.testbed.jvm.Jdks;
import io.costspan.testbed.jvm.JvmCommand;
import java.io.File;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An SDK of the future, whose responses can do something that ours cannot. */
class MisfitSdkIT {
  private static final String RESPONSE = "com.openai.core.http.HttpResponse";

  @TempDir
  Path directory;

  @Test
  void switchesTheTapOffAndSaysSoOnce() throws Exception {
    Path future = sdkWithOneMoreAbstractMethod();

    Run plain = Launch.bare().run(Jdks.running(), program(future));
    Run alone = Launch.in(Environment.current())
        .property("otel.instrumentation.costspan-okhttp.enabled", "false")
        .run(Jdks.running(), program(future));

    Invisibility.sawTheSame(plain, alone);
    assertThat(alone.received().spansOf(Run.SCOPE)).isEmpty();
    saysSoOnce(alone);

    // The SDK sends through OkHttp, whose tap takes its place.
    Run overOkHttp = Launch.in(Environment.current()).run(Jdks.running(), program(future));

    Invisibility.sawTheSame(plain, overOkHttp);
    assertThat(overOkHttp.received().spansOf(Run.SCOPE)).hasSize(4);
    saysSoOnce(overOkHttp);
  }

  private static void saysSoOnce(Run run) {
    assertThat(run.jvm().stderr())
        .filteredOn(line -> line.contains("Costspan tap") && line.contains("does not fit"))
        .hasSize(1);
  }

  private static Launch.Program program(Path future) {
    return (JvmCommand command, String url, String refusedPort) -> command
        .classPath(List.of(future, App.OPENAI_NEWEST.classPath()))
        .main(
            App.OPENAI_NEWEST.mainClass(),
            url,
            refusedPort,
            Scenario.SYNC.label(),
            Scenario.ASYNC.label(),
            Scenario.STREAM.label(),
            Scenario.BAD_REQUEST.label());
  }

  /** To stand before the real SDK on the class path. */
  private Path sdkWithOneMoreAbstractMethod() throws Exception {
    File jar = directory.resolve("future.jar").toFile();
    try (ClassFileLocator sdk = new ClassFileLocator.Compound(
        ClassFileLocator.ForJarFile.of(sdkJar().toFile()),
        ClassFileLocator.ForClassLoader.ofPlatformLoader())) {
      new ByteBuddy()
          .redefine(TypePool.Default.of(sdk).describe(RESPONSE).resolve(), sdk)
          .defineMethod("brandNew", void.class, Visibility.PUBLIC)
          .withoutCode()
          .make()
          .toJar(jar);
    }
    return jar.toPath();
  }

  private static Path sdkJar() throws Exception {
    try (DirectoryStream<Path> jars =
        Files.newDirectoryStream(App.OPENAI_NEWEST.classPath(), "openai-java-core-*.jar")) {
      return jars.iterator().next();
    }
  }
}
