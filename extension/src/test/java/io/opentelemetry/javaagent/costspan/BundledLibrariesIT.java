package io.opentelemetry.javaagent.costspan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The libraries inside the jar against its bill of materials and its notice. */
class BundledLibrariesIT {

  private static final String SHADED = "io/opentelemetry/javaagent/costspan/shaded/";

  /** As the build relocates them. */
  private static final Map<String, String> ORIGINALS = Map.of(
      "jackson/", "com/fasterxml/jackson/",
      "yaml/", "org/snakeyaml/engine/",
      "cli/", "org/apache/commons/cli/");

  private static final Set<String> ALLOWED_LICENCES =
      Set.of("Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause");

  /** The parts of jackson-core that are left out, and who wrote them. */
  private static final Map<String, String> LEFT_OUT =
      Map.of("Randelshofer", "jackson/core/internal/", "Giulietti", "jackson/core/io/schubfach/");

  private static final Map<String, Path> LIBRARIES = new TreeMap<>();
  private static final List<String> ENTRIES = new ArrayList<>();
  private static List<JsonNode> components;
  private static String notice;

  @BeforeAll
  static void read() throws IOException {
    try (JarFile jar = new JarFile(new File(System.getProperty("costspan.jar")))) {
      jar.stream().map(JarEntry::getName).forEach(ENTRIES::add);
      notice = text(jar, "META-INF/NOTICE");
    }
    for (String name : ENTRIES) {
      if (name.startsWith(SHADED) && name.endsWith(".class")) {
        Path library = libraryOf(name.substring(SHADED.length()));
        LIBRARIES.put(library.getFileName().toString(), library);
      }
    }
    File sbomFile = new File(System.getProperty("costspan.sbom"));
    // The plugin that makes it insists on being online, though it asks nobody anything.
    assumeThat(sbomFile).exists();
    JsonNode sbom = new ObjectMapper().readTree(sbomFile);
    components = new ArrayList<>();
    sbom.path("components").forEach(components::add);
  }

  @Test
  void theBillOfMaterialsNamesWhatIsInTheJarAndNothingElse() {
    assertThat(components)
        .extracting(BundledLibrariesIT::fileName)
        .containsExactlyInAnyOrderElementsOf(LIBRARIES.keySet());
  }

  @Test
  void theBillOfMaterialsHasTheirHashes() {
    assertThat(components)
        .allSatisfy(component -> assertThat(component.path("hashes")).anySatisfy(hash -> {
          assertThat(hash.path("alg").asText()).isEqualTo("SHA-256");
          assertThat(hash.path("content").asText())
              .isEqualTo(sha256(LIBRARIES.get(fileName(component))));
        }));
  }

  @Test
  void everyLicenceIsOneThatLetsUsBundle() {
    assertThat(components)
        .allSatisfy(component -> assertThat(component.path("licenses"))
            .isNotEmpty()
            .allSatisfy(licence -> assertThat(licence.path("license").path("id").asText())
                .as(fileName(component))
                .isIn(ALLOWED_LICENCES)));
  }

  /** Section 4 of the Apache License: the text, and what their notices say of what is in the jar. */
  @Test
  void theNoticeHasTheirAttributions() throws IOException {
    assertThat(ENTRIES).contains("META-INF/LICENSE");
    assertThat(components)
        .allSatisfy(component -> assertThat(notice)
            .containsIgnoringCase(
                component.path("name").asText().replace("commons-cli", "Apache Commons CLI")));
    Set<String> attributions = new TreeSet<>();
    for (Path library : LIBRARIES.values()) {
      attributions.addAll(attributionsIn(library));
    }
    assertThat(attributions)
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(attribution -> assertThat(notice).contains(attribution));
  }

  @Test
  void whatALibraryBundlesItselfIsLeftOutOrNamed() {
    assertThat(ENTRIES)
        .noneMatch(
            name -> LEFT_OUT.values().stream().anyMatch(part -> name.startsWith(SHADED + part)));
    assertThat(ENTRIES).anyMatch(name -> name.startsWith(SHADED + "yaml/external/"));
    assertThat(notice).contains("shaded/yaml/external", "Google");
  }

  private static List<String> attributionsIn(Path library) throws IOException {
    try (JarFile jar = new JarFile(library.toFile())) {
      String theirs = text(jar, "META-INF/NOTICE") + text(jar, "META-INF/NOTICE.txt");
      return theirs
          .lines()
          .map(String::strip)
          .filter(line -> line.startsWith("Copyright") || line.startsWith("This product includes"))
          .filter(line -> LEFT_OUT.keySet().stream().noneMatch(line::contains))
          .toList();
    }
  }

  /** The jar on the tests' class path that the class was taken from. */
  private static Path libraryOf(String name) throws IOException {
    String prefix =
        ORIGINALS.keySet().stream().filter(name::startsWith).findFirst().orElseThrow();
    String original = ORIGINALS.get(prefix) + name.substring(prefix.length());
    URL found = BundledLibrariesIT.class.getClassLoader().getResource(original);
    assertThat(found).as(original).isNotNull();
    return Path.of(((JarURLConnection) found.openConnection()).getJarFile().getName());
  }

  private static String fileName(JsonNode component) {
    return component.path("name").asText() + "-" + component.path("version").asText() + ".jar";
  }

  private static String text(JarFile jar, String name) throws IOException {
    JarEntry entry = jar.getJarEntry(name);
    if (entry == null) {
      return "";
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static String sha256(Path file) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
