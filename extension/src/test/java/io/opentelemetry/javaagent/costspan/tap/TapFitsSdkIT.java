package io.opentelemetry.javaagent.costspan.tap;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.javaagent.costspan.tap.anthropic.AnthropicAttemptsModule;
import io.opentelemetry.javaagent.costspan.tap.anthropic.AnthropicFitModule;
import io.opentelemetry.javaagent.costspan.tap.anthropic.AnthropicModule;
import io.opentelemetry.javaagent.costspan.tap.anthropic.AnthropicNativeModule;
import io.opentelemetry.javaagent.costspan.tap.apache5.Apache5Module;
import io.opentelemetry.javaagent.costspan.tap.azure.AzureAttemptsModule;
import io.opentelemetry.javaagent.costspan.tap.azure.AzureModule;
import io.opentelemetry.javaagent.costspan.tap.bedrock.BedrockAttemptsModule;
import io.opentelemetry.javaagent.costspan.tap.bedrock.BedrockModule;
import io.opentelemetry.javaagent.costspan.tap.bedrock.ConverseStreamModule;
import io.opentelemetry.javaagent.costspan.tap.genai.GenaiApacheModule;
import io.opentelemetry.javaagent.costspan.tap.genai.GenaiAttemptsModule;
import io.opentelemetry.javaagent.costspan.tap.genai.GenaiFitModule;
import io.opentelemetry.javaagent.costspan.tap.genai.GenaiModule;
import io.opentelemetry.javaagent.costspan.tap.jdkhttp.JdkHttpModule;
import io.opentelemetry.javaagent.costspan.tap.mdc.MdcModule;
import io.opentelemetry.javaagent.costspan.tap.method.MethodModule;
import io.opentelemetry.javaagent.costspan.tap.okhttp.OkHttpModule;
import io.opentelemetry.javaagent.costspan.tap.okhttp.OkHttpSocketModule;
import io.opentelemetry.javaagent.costspan.tap.openai.OpenAiAttemptsModule;
import io.opentelemetry.javaagent.costspan.tap.openai.OpenAiFitModule;
import io.opentelemetry.javaagent.costspan.tap.openai.OpenAiModule;
import io.opentelemetry.javaagent.costspan.tap.openai.OpenAiSocketModule;
import io.opentelemetry.javaagent.costspan.tap.openai.OpenAiUpgradeModule;
import io.opentelemetry.javaagent.costspan.tap.principal.Auth0Module;
import io.opentelemetry.javaagent.costspan.tap.principal.JjwtModule;
import io.opentelemetry.javaagent.costspan.tap.principal.LoginModule;
import io.opentelemetry.javaagent.costspan.tap.principal.NimbusModule;
import io.opentelemetry.javaagent.costspan.tap.principal.PrincipalModule;
import io.opentelemetry.javaagent.costspan.tap.reactornetty.ReactorNettyModule;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.tooling.muzzle.Mismatch;
import io.opentelemetry.javaagent.tooling.muzzle.ReferenceMatcher;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Muzzle's own check of every tap against the core jar of SDK versions. The newest are those we
 * compile against; {@code -Pmatrix} adds versions from the oldest on. Where the jar alone is not
 * enough, because a tap's classes extend some of a library below, that is there too.
 */
class TapFitsSdkIT {

  private static final List<InstrumentationModule> OPENAI = List.of(
      new OpenAiModule(),
      new OpenAiAttemptsModule(),
      new OpenAiFitModule(),
      new OpenAiSocketModule());

  /** Before there were WebSockets. */
  private static final List<InstrumentationModule> OPENAI_OVER_HTTP =
      List.of(new OpenAiModule(), new OpenAiAttemptsModule(), new OpenAiFitModule());

  private static final List<InstrumentationModule> ANTHROPIC = List.of(
      new AnthropicModule(),
      new AnthropicAttemptsModule(),
      new AnthropicFitModule(),
      new AnthropicNativeModule());
  private static final List<InstrumentationModule> GENAI =
      List.of(new GenaiModule(), new GenaiAttemptsModule(), new GenaiFitModule());
  private static final List<InstrumentationModule> GENAI_WITHOUT_RETRIES =
      List.of(new GenaiModule(), new GenaiFitModule());
  private static final List<InstrumentationModule> GENAI_OVER_APACHE =
      List.of(new GenaiApacheModule(), new GenaiFitModule());

  /** Before there was Converse. */
  private static final List<InstrumentationModule> BEDROCK_INVOKE =
      List.of(new BedrockModule(), new BedrockAttemptsModule());

  private static final List<InstrumentationModule> BEDROCK =
      List.of(new BedrockModule(), new ConverseStreamModule(), new BedrockAttemptsModule());

  private static final List<InstrumentationModule> OKHTTP =
      List.of(new OkHttpModule(), new OkHttpSocketModule(), new OpenAiUpgradeModule());
  private static final List<InstrumentationModule> AZURE =
      List.of(new AzureModule(), new AzureAttemptsModule());
  private static final List<InstrumentationModule> APACHE5 = List.of(new Apache5Module());
  private static final List<InstrumentationModule> REACTOR_NETTY =
      List.of(new ReactorNettyModule());

  private static final List<InstrumentationModule> SPRING_SECURITY = List.of(new PrincipalModule());
  private static final List<InstrumentationModule> NIMBUS = List.of(new NimbusModule());
  private static final List<InstrumentationModule> AUTH0 = List.of(new Auth0Module());
  private static final List<InstrumentationModule> JJWT = List.of(new JjwtModule());

  /** What names no class of a library. */
  private static final List<InstrumentationModule> ANYWHERE =
      List.of(new JdkHttpModule(), new MdcModule(), new MethodModule(), new LoginModule());

  @TestFactory
  Stream<DynamicTest> everyModuleFits() throws IOException {
    return sdks().stream()
        .flatMap(sdk -> modules(sdk).stream()
            .map(module -> DynamicTest.dynamicTest(
                sdk.getFileName() + ": " + module.instrumentationName(), () -> fits(module, sdk))));
  }

  @TestFactory
  Stream<DynamicTest> whatNamesNoLibraryFitsAnywhere() {
    return ANYWHERE.stream()
        .map(module -> DynamicTest.dynamicTest(
            module.instrumentationName(),
            () -> assertThat(
                    ReferenceMatcher.of(module).getMismatchedReferenceSources(new OurClassesOnly()))
                .isEmpty()));
  }

  @Test
  void aTapDoesNotFitWhatItWasNotMadeFor() throws IOException {
    for (Path sdk : sdks()) {
      boolean openAi = sdk.getFileName().toString().startsWith("openai");
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
        new URLClassLoader(withLibraries(sdk), new OurClassesOnly())) {
      return ReferenceMatcher.of(module).getMismatchedReferenceSources(application);
    }
  }

  private static List<InstrumentationModule> modules(Path sdk) {
    String name = sdk.getFileName().toString();
    if (name.startsWith("google-genai")) {
      return genai(name);
    }
    if (name.startsWith("bedrockruntime")) {
      return name.equals("bedrockruntime-2.25.60.jar") ? BEDROCK_INVOKE : BEDROCK;
    }
    if (name.startsWith("azure")) {
      return AZURE;
    }
    if (name.startsWith("okhttp")) {
      return OKHTTP;
    }
    if (name.startsWith("reactor-netty")) {
      return REACTOR_NETTY;
    }
    if (name.startsWith("spring-security")) {
      return SPRING_SECURITY;
    }
    if (name.startsWith("nimbus")) {
      return NIMBUS;
    }
    if (name.startsWith("java-jwt")) {
      return AUTH0;
    }
    if (name.startsWith("jjwt")) {
      return JJWT;
    }
    if (name.startsWith("httpclient5")) {
      return APACHE5;
    }
    return name.startsWith("openai") ? openAi(name) : ANTHROPIC;
  }

  private static List<InstrumentationModule> openAi(String jar) {
    return switch (jar) {
      case "openai-java-core-0.7.5.jar",
          "openai-java-core-1.1.0.jar",
          "openai-java-core-2.0.0.jar",
          "openai-java-core-3.0.2.jar",
          "openai-java-core-4.0.0.jar" -> OPENAI_OVER_HTTP;
      default -> OPENAI;
    };
  }

  private static List<InstrumentationModule> genai(String jar) {
    return switch (jar) {
      case "google-genai-1.0.0.jar", "google-genai-1.4.1.jar" -> GENAI_OVER_APACHE;
      case "google-genai-1.8.0.jar", "google-genai-1.18.0.jar" -> GENAI_WITHOUT_RETRIES;
      default -> GENAI;
    };
  }

  private static List<Path> sdks() throws IOException {
    try (Stream<Path> jars = Files.list(Path.of(System.getProperty("costspan.sdks")))) {
      List<Path> found = jars.filter(TapFitsSdkIT::isJar).sorted().toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  /** What an SDK needs of others lies in a directory that is called like the jar. */
  private static URL[] withLibraries(Path sdk) throws IOException {
    String name = sdk.getFileName().toString();
    Path libraries = sdk.resolveSibling(name.substring(0, name.length() - ".jar".length()));
    List<URL> urls = new ArrayList<>(List.of(sdk.toUri().toURL()));
    if (Files.isDirectory(libraries)) {
      try (DirectoryStream<Path> jars = Files.newDirectoryStream(libraries)) {
        for (Path jar : jars) {
          urls.add(jar.toUri().toURL());
        }
      }
    }
    return urls.toArray(new URL[0]);
  }

  private static boolean isJar(Path file) {
    return file.getFileName().toString().endsWith(".jar");
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
