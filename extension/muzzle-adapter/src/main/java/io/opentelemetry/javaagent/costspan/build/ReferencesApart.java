package io.opentelemetry.javaagent.costspan.build;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.field.FieldDescription;
import net.bytebuddy.description.field.FieldList;
import net.bytebuddy.description.method.MethodList;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.pool.TypePool;
import net.bytebuddy.utility.OpenedClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts a module's references into a class of their own, {@code <module>References}, which the module
 * asks. They are nine tenths of a module, and the agent, which loads every module before the
 * application starts, asks for them when it meets a class that the module may be for.
 *
 * <p>Has to be visited by the generator: it is the first that a builder is given.
 */
final class ReferencesApart extends AsmVisitorWrapper.AbstractBase {

  static final String METHOD = "getMuzzleReferences";

  private final File classes;

  ReferencesApart(File classes) {
    this.classes = classes;
  }

  @Override
  public ClassVisitor wrap(
      TypeDescription type,
      ClassVisitor module,
      Implementation.Context context,
      TypePool pool,
      FieldList<FieldDescription.InDefinedShape> fields,
      MethodList<?> methods,
      int writerFlags,
      int readerFlags) {
    return new Split(module, type.getInternalName() + "References");
  }

  private final class Split extends ClassVisitor {
    private final String name;
    private final ClassWriter references = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    private boolean generated;

    Split(ClassVisitor module, String name) {
      super(OpenedClassReader.ASM_API, module);
      this.name = name;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String signature, String[] exceptions) {
      if (!method.equals(METHOD)) {
        return super.visitMethod(access, method, descriptor, signature, exceptions);
      }
      String apart =
          Type.getMethodDescriptor(Type.getReturnType(descriptor), Type.getType(Object.class));
      ask(super.visitMethod(access, method, descriptor, signature, exceptions), apart);
      generated = true;
      references.visit(
          Opcodes.V1_8,
          Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
          name,
          null,
          "java/lang/Object",
          null);
      return references.visitMethod(Opcodes.ACC_STATIC, method, apart, null, null);
    }

    /** The module is handed on, for the generator's code has its variables after {@code this}. */
    private void ask(MethodVisitor module, String descriptor) {
      module.visitCode();
      module.visitVarInsn(Opcodes.ALOAD, 0);
      module.visitMethodInsn(Opcodes.INVOKESTATIC, name, METHOD, descriptor, false);
      module.visitInsn(Opcodes.ARETURN);
      module.visitMaxs(1, 1);
      module.visitEnd();
    }

    @Override
    public void visitEnd() {
      super.visitEnd();
      if (!generated) {
        throw new IllegalStateException("the generator wrote no " + METHOD + " for " + name);
      }
      references.visitEnd();
      try {
        Files.write(new File(classes, name + ".class").toPath(), references.toByteArray());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
