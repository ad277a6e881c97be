package io.opentelemetry.javaagent.costspan.tap.action;

import static java.util.Collections.singletonList;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.config.ActionRow;
import io.opentelemetry.javaagent.costspan.config.CostspanSettings;
import io.opentelemetry.javaagent.costspan.tap.seam.NamedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;

/** After the methods that the setting {@code actions} names. */
@AutoService(InstrumentationModule.class)
public final class ActionModule extends NamedModule {

  public ActionModule() {
    super("costspan-action", "costspan");
  }

  /**
   * After the tap of named methods, whose advice is then around this one: while a method's end is
   * counted, it still tells who pays.
   */
  @Override
  public int order() {
    return 1;
  }

  @Override
  protected boolean isNamed() {
    return CostspanSettings.ofAgent().installs("action");
  }

  @Override
  protected List<TypeInstrumentation> seams() {
    return singletonList(new SeamInstrumentation(
        type -> rows().stream().anyMatch(row -> row.className().equals(type.getName())),
        (MethodDescription method) -> rows().stream().anyMatch(row -> is(row, method)),
        "io.opentelemetry.javaagent.costspan.tap.action.ActionAdvice"));
  }

  private static boolean is(ActionRow row, MethodDescription method) {
    return row.methodName().equals(method.getName())
        && row.className().equals(method.getDeclaringType().asErasure().getName())
        && method.isMethod()
        && !method.isAbstract()
        && !method.isNative()
        && !method.isBridge();
  }

  private static List<ActionRow> rows() {
    return CostspanSettings.ofAgent().actions().rows(ActionRow.Kind.METHOD);
  }
}
