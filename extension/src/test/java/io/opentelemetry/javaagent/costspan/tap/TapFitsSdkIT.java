package io.opentelemetry.javaagent.costspan.tap;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.tap.anthropic.AnthropicAttemptsModule;
import io.opentelemetry.javaagent.costspan.tap.anthropic.AnthropicFitModule;
import io.opentelemetry.javaagent.costspan.tap.anthropic.AnthropicModule;
import io.opentelemetry.javaagent.costspan.tap.anthropic.AnthropicNativeModule;
import io.opentelemetry.javaagent.costspan.tap.jdkhttp.JdkHttpModule;
import io.opentelemetry.javaagent.costspan.tap.openai.OpenAiAttemptsModule;
import io.opentelemetry.javaagent.costspan.tap.openai.OpenAiFitModule;
import io.opentelemetry.javaagent.costspan.tap.openai.OpenAiModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.tooling.muzzle.Mismatch;
import io.opentelemetry.javaagent.tooling.muzzle.ReferenceMatcher;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Muzzle's own check of every tap against the core jar of SDK versions. The newest are those we
 * compile against; {@code -Pmatrix} adds versions from the oldest on.
 */
class TapFitsSdkIT {

  private static final List<InstrumentationModule> OPENAI =
      List.of(new OpenAiModule(), new OpenAiAttemptsModule(), new OpenAiFitModule());
  private static final List<InstrumentationModule> ANTHROPIC = List.of(
      new AnthropicModule(),
      new AnthropicAttemptsModule(),
      new AnthropicFitModule(),
      new AnthropicNativeModule());

  @TestFactory
  Stream<DynamicTest> everyModuleFits() throws IOException {
    return sdks().stream()
        .flatMap(sdk -> modules(sdk).stream()
            .map(module -> DynamicTest.dynamicTest(
                sdk.getFileName() + ": " + module.instrumentationName(), () -> fits(module, sdk))));
  }

  @Test
  void theJdksOwnClientFits() {
    assertThat(ReferenceMatcher.of(new JdkHttpModule())
            .getMismatchedReferenceSources(new OurClassesOnly()))
        .isEmpty();
  }

  @Test
  void aTapDoesNotFitWhatItWasNotMadeFor() throws IOException {
    for (Path sdk : sdks()) {
      boolean openAi = modules(sdk) == OPENAI;
      assertThat(mismatches(openAi ? new AnthropicModule() : new OpenAiModule(), sdk))
          .isNotEmpty();
    }
  }

  private static void fits(InstrumentationModule module, Path sdk) throws IOException {
    assertThat(mismatches(module, sdk)).isEmpty();
  }

  private static List<Mismatch> mismatches(InstrumentationModule module, Path sdk)
      throws IOException {
    try (URLClassLoader application =
        new URLClassLoader(new URL[] {sdk.toUri().toURL()}, new OurClassesOnly())) {
      return ReferenceMatcher.of(module).getMismatchedReferenceSources(application);
    }
  }

  private static List<InstrumentationModule> modules(Path sdk) {
    return sdk.getFileName().toString().startsWith("openai") ? OPENAI : ANTHROPIC;
  }

  private static List<Path> sdks() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of(System.getProperty("costspan.sdks")))) {
      List<Path> found = jars.sorted().toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  /** As isolated helpers see it: our classes, and of the SDKs on this class path nothing. */
  private static final class OurClassesOnly extends ClassLoader {

    OurClassesOnly() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected URL findResource(String name) {
      boolean ours = name.startsWith("io/opentelemetry/javaagent/costspan/");
      return ours ? TapFitsSdkIT.class.getClassLoader().getResource(name) : null;
    }
  }
}
