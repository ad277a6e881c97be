package io.opentelemetry.javaagent.costspan.build;

import static net.bytebuddy.matcher.ElementMatchers.named;

import io.opentelemetry.javaagent.tooling.muzzle.generation.MuzzleCodeGenerationPlugin;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;

/**
 * The agent's muzzle code generator, in a form that byte-buddy-maven-plugin can construct: the mojo
 * offers the compile class path as {@code File[]}, the generator wants a {@link URLClassLoader}.
 *
 * <p>It writes into each {@code InstrumentationModule} what its advice and helpers refer to, so that
 * the agent can leave a tap off where the application's SDK does not fit.
 */
public final class MuzzlePlugin implements Plugin {

  private final File classes;
  private final URLClassLoader classPath;
  private final Plugin generator;

  /**
   * @param classes directory of the classes being transformed
   * @param classPath class path of the module being built; its provided dependencies (the SDKs) must
   *     be on it, as the generator follows references into them
   */
  public MuzzlePlugin(File classes, File[] classPath) {
    this.classes = classes;
    this.classPath = new URLClassLoader(urlsOf(classPath), MuzzlePlugin.class.getClassLoader());
    this.generator = new MuzzleCodeGenerationPlugin(this.classPath);
  }

  @Override
  public boolean matches(TypeDescription type) {
    return !isGenerated(type) && generator.matches(type);
  }

  /**
   * Whether an earlier build already wrote into the class. When nothing was recompiled the mojo offers
   * it again, and the generator fails on an interface that is not on the class path.
   */
  private static boolean isGenerated(TypeDescription type) {
    return !type.getDeclaredMethods().filter(named(ReferencesApart.METHOD)).isEmpty();
  }

  @Override
  public DynamicType.Builder<?> apply(
      DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator locator) {
    return generator.apply(builder.visit(new ReferencesApart(classes)), type, locator);
  }

  @Override
  public void close() throws IOException {
    generator.close();
    classPath.close();
  }

  private static URL[] urlsOf(File[] files) {
    URL[] urls = new URL[files.length];
    for (int i = 0; i < files.length; i++) {
      urls[i] = urlOf(files[i]);
    }
    return urls;
  }

  private static URL urlOf(File file) {
    try {
      return file.toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("not a class path entry: " + file, e);
    }
  }
}
