package io.opentelemetry.javaagent.costspan.estimate;

import io.opentelemetry.javaagent.costspan.wire.Tokenizer;
import io.opentelemetry.javaagent.costspan.wire.Vocabulary;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * The library jtokkit ({@code com.knuddels:jtokkit}, 1.1.0 or newer), in a class loader that shares
 * nothing with us or the application but the JDK. Its methods are looked up once.
 */
final class Jtokkit {

  private static final String PACKAGE = "com.knuddels.jtokkit.";

  private final Object registry;
  private final Class<?> encodingType;
  private final MethodHandle getEncoding;
  private final MethodHandle countTokens;

  private Jtokkit(ClassLoader library) throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    Class<?> registryClass = library.loadClass(PACKAGE + "api.EncodingRegistry");
    Class<?> encoding = library.loadClass(PACKAGE + "api.Encoding");
    this.encodingType = library.loadClass(PACKAGE + "api.EncodingType");
    this.registry = library
        .loadClass(PACKAGE + "Encodings")
        .getMethod("newLazyEncodingRegistry")
        .invoke(null);
    this.getEncoding = lookup.findVirtual(
        registryClass, "getEncoding", MethodType.methodType(encoding, encodingType));
    // Ordinary: a prompt that mentions a special token is text like any other.
    this.countTokens = lookup.findVirtual(
        encoding, "countTokensOrdinary", MethodType.methodType(int.class, String.class));
  }

  /** Opens the jar; it stays open. Throws when it is not there or is another library's. */
  @SuppressWarnings("resource") // vocabularies are read from it later
  static Jtokkit open(Path jar) throws IOException, ReflectiveOperationException {
    if (!Files.isRegularFile(jar)) {
      throw new NoSuchFileException(jar.toString());
    }
    return new Jtokkit(new URLClassLoader(new URL[] {jar.toUri().toURL()}, null));
  }

  /** The library's own interface, as it was loaded here. */
  Class<?> encodingClass() {
    return countTokens.type().parameterType(0);
  }

  /** Loads a vocabulary, which takes a good part of a second. */
  Tokenizer load(Vocabulary vocabulary) throws Throwable {
    Object type = encodingType.getField(vocabulary.name()).get(null);
    Object encoding = getEncoding.invoke(registry, type);
    return new Encoding(
        countTokens.bindTo(encoding).asType(MethodType.methodType(int.class, String.class)));
  }

  /** One of its encodings, which are thread-safe. */
  private static final class Encoding implements Tokenizer {

    private final MethodHandle count;

    Encoding(MethodHandle count) {
      this.count = count;
    }

    @Override
    public int count(String text) {
      try {
        return (int) count.invokeExact(text);
      } catch (RuntimeException | Error unchecked) {
        throw unchecked;
      } catch (Throwable checked) {
        throw new IllegalStateException(checked);
      }
    }
  }
}
