package io.costspan.smoke;

import io.costspan.smoke.runner.Faults;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * A copy of our jar of which every method can be made to throw where it begins, while it runs: number
 * 17 does while the property {@code smoke.fault.17} has a value that is no number.
 */
final class PlantedFaults {
  private static final String ROOT = "io.opentelemetry.javaagent.costspan.";

  private final Path jar;
  private final Predicate<String> wanted;
  private final List<String> places = new ArrayList<>();

  private PlantedFaults(Path jar, Predicate<String> wanted) {
    this.jar = jar;
    this.wanted = wanted;
  }

  /**
   * @param wanted by the place, such as {@code call.Attempt.end}
   */
  static PlantedFaults in(Path directory, Predicate<String> wanted) {
    try {
      Path jar = Files.copy(Artifacts.extension(), directory.resolve("planted.jar"));
      PlantedFaults faults = new PlantedFaults(jar, wanted);
      faults.plant();
      return faults;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path jar() {
    return jar;
  }

  /** How many there are, numbered from 0. */
  int count() {
    return places.size();
  }

  /** Class and method, without our package. */
  String place(int fault) {
    return places.get(fault);
  }

  private void plant() throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(jar);
        Stream<Path> all = Files.walk(files.getPath(ROOT.replace('.', '/')))) {
      for (Path file : all.filter(PlantedFaults::isOurs).sorted().toList()) {
        plant(file);
      }
    }
  }

  private static boolean isOurs(Path file) {
    String name = file.toString();
    return name.endsWith(".class") && !name.contains("/shaded/") && !name.contains("package-info");
  }

  private void plant(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      ClassReader original = new ClassReader(in.readAllBytes());
      String type = original.getClassName().replace('/', '.');
      ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
      original.accept(new InType(writer, type.substring(ROOT.length()) + '.'), 0);
      Files.write(file, writer.toByteArray());
    }
  }

  /** Plants one in each of its methods. */
  private final class InType extends ClassVisitor {
    private final String type;

    InType(ClassVisitor next, String type) {
      super(Opcodes.ASM9, next);
      this.type = type;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      boolean isCode = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
      if (!isCode || name.equals("<clinit>") || !wanted.test(type + name)) {
        return next;
      }
      places.add(type + name);
      return new ThrowIfItHappens(next, Faults.PROPERTY + (places.size() - 1));
    }
  }

  /** Without a branch, which would have to be described to the verifier. */
  private static final class ThrowIfItHappens extends MethodVisitor {
    private final String property;

    ThrowIfItHappens(MethodVisitor next, String property) {
      super(Opcodes.ASM9, next);
      this.property = property;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      visitLdcInsn(property);
      visitLdcInsn("0");
      call(
          "java/lang/System",
          "getProperty",
          "(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;");
      call("java/lang/Integer", "parseInt", "(Ljava/lang/String;)I");
      visitInsn(Opcodes.POP);
    }

    private void call(String type, String method, String descriptor) {
      visitMethodInsn(Opcodes.INVOKESTATIC, type, method, descriptor, false);
    }
  }
}
