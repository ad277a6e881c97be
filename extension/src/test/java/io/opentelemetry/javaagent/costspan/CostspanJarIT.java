package io.opentelemetry.javaagent.costspan;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import net.bytebuddy.description.type.TypeDefinition;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.pool.TypePool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The finished jar, as the agent will load it: what the compiler and the unit tests cannot see. */
class CostspanJarIT {

  private static final String OURS = "io/opentelemetry/javaagent/costspan/";
  private static final String SERVICES = "META-INF/services/";
  private static final int JAVA_8 = 52;
  private static final int JAVA_11 = 55;

  private static JarFile jar;

  @BeforeAll
  static void open() throws IOException {
    jar = new JarFile(new File(System.getProperty("costspan.jar")));
  }

  @AfterAll
  static void close() throws IOException {
    jar.close();
  }

  @Test
  void holdsNoClassThatJava8CannotLoad() {
    assertThat(classes().stream().filter(name -> !isForAClientNewerThanJava8(name)))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(majorVersion(name)).as(name).isLessThanOrEqualTo(JAVA_8));
  }

  /** The agent loads advice and what it calls only where the client is; modules it loads always. */
  @Test
  void holdsNewerClassesForTheJdksOwnClientOnly() {
    assertThat(classes().stream().filter(CostspanJarIT::isForAClientNewerThanJava8))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(majorVersion(name)).as(name).isLessThanOrEqualTo(JAVA_11));
    assertThat(serviceFiles())
        .flatMap(CostspanJarIT::providers)
        .allSatisfy(provider ->
            assertThat(majorVersion(classFile(provider))).as(provider).isLessThanOrEqualTo(JAVA_8));
  }

  @Test
  void holdsOnlyOurOwnPackages() {
    // Above all no OpenTelemetry and no Byte Buddy: a second copy beside the agent's breaks it.
    assertThat(classes()).allSatisfy(name -> assertThat(name).startsWith(OURS));
  }

  @Test
  void mentionsTheBundledParserOnlyUnderItsNewName() {
    assertThat(classes())
        .anyMatch(name -> name.startsWith(OURS + "shaded/jackson/core/"))
        .allSatisfy(name -> assertThat(mentions(name, "com/fasterxml")).as(name).isFalse());
  }

  @Test
  void keepsTheBundledParserOutOfTheTaps() {
    // The relocation would rewrite the SDK's own Jackson types too, and muzzle would reject the
    // tap.
    assertThat(classes().stream().filter(name -> name.startsWith(OURS + "tap/")))
        .isNotEmpty()
        .allSatisfy(
            name -> assertThat(mentions(name, "shaded/jackson")).as(name).isFalse());
  }

  @Test
  void holdsEveryServiceProviderThatItNames() {
    assertThat(serviceFiles())
        .isNotEmpty()
        .allSatisfy(file -> assertThat(providers(file))
            .as(file)
            .isNotEmpty()
            .allSatisfy(provider -> assertThat(classes()).contains(classFile(provider))));
  }

  @Test
  void carriesMuzzleReferencesInEveryModule() {
    TypePool types = TypePool.Default.of(new ClassFileLocator.Compound(
        new ClassFileLocator.ForJarFile(jar),
        ClassFileLocator.ForClassLoader.of(getClass().getClassLoader())));

    assertThat(providers(SERVICES
            + "io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule"))
        .isNotEmpty()
        .allSatisfy(module -> assertThat(types.describe(module).resolve().getInterfaces())
            .extracting(TypeDefinition::getTypeName)
            .as(module)
            .contains("io.opentelemetry.javaagent.tooling.muzzle.InstrumentationModuleMuzzle"))
        .allSatisfy(module -> assertThat(classes())
            .as("apart, for the agent loads all modules")
            .contains(classFile(module + "References")));
  }

  @Test
  void knowsItsVersion() throws IOException {
    Properties properties = new Properties();
    properties.load(read(OURS + "costspan.properties"));

    assertThat(properties.getProperty("version"))
        .matches("\\d+\\.\\d+\\.\\d+.*")
        .isEqualTo(jar.getManifest().getMainAttributes().getValue("Implementation-Version"));
  }

  @Test
  void carriesItsLicences() {
    assertThat(jar.stream().map(JarEntry::getName)).contains("META-INF/LICENSE", "META-INF/NOTICE");
  }

  private static List<String> classes() {
    return entries().filter(name -> name.endsWith(".class")).toList();
  }

  private static boolean isForAClientNewerThanJava8(String name) {
    return name.startsWith(OURS + "tap/jdkhttp/") && !name.endsWith("Module.class");
  }

  private static List<String> serviceFiles() {
    return entries().filter(name -> name.startsWith(SERVICES)).toList();
  }

  private static Stream<String> entries() {
    return jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName);
  }

  private static String classFile(String className) {
    return className.replace('.', '/') + ".class";
  }

  private static List<String> providers(String serviceFile) {
    return new String(bytes(serviceFile), UTF_8)
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /** Whether the text stands anywhere in the class file: as a type or inside a string constant. */
  private static boolean mentions(String name, String text) {
    return new String(bytes(name), ISO_8859_1).contains(text);
  }

  private static int majorVersion(String name) {
    try (DataInputStream in = new DataInputStream(read(name))) {
      assertThat(in.readInt()).isEqualTo(0xCAFEBABE);
      in.readUnsignedShort(); // the minor version
      return in.readUnsignedShort();
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream in = read(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }

  private static InputStream read(String name) throws IOException {
    JarEntry entry = jar.getJarEntry(name);
    assertThat(entry).as(name).isNotNull();
    return jar.getInputStream(entry);
  }
}
