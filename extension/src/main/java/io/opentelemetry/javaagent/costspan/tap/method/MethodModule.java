package io.opentelemetry.javaagent.costspan.tap.method;

import static java.util.Arrays.asList;

import com.google.auto.service.AutoService;
import io.opentelemetry.javaagent.costspan.config.CostspanSettings;
import io.opentelemetry.javaagent.costspan.config.MethodRow;
import io.opentelemetry.javaagent.costspan.tap.seam.NamedModule;
import io.opentelemetry.javaagent.costspan.tap.seam.SeamInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.InstrumentationModule;
import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.description.type.TypeDescription;

/** Around the methods that the setting {@code methods} names. */
@AutoService(InstrumentationModule.class)
public final class MethodModule extends NamedModule {

  private static final String HERE = "io.opentelemetry.javaagent.costspan.tap.method.";

  public MethodModule() {
    super("costspan-method", "costspan");
  }

  @Override
  protected boolean isNamed() {
    return CostspanSettings.ofAgent().installs("method");
  }

  @Override
  protected List<TypeInstrumentation> seams() {
    return asList(around(false, "MethodAdvice"), around(true, "ArgumentAdvice"));
  }

  private static TypeInstrumentation around(boolean tellingTenant, String advice) {
    return new SeamInstrumentation(
        type -> rows().stream().anyMatch(row -> row.className().equals(type.getName())),
        (MethodDescription method) ->
            rows().stream().anyMatch(row -> is(row, method, tellingTenant)),
        HERE + advice);
  }

  private static boolean is(MethodRow row, MethodDescription method, boolean tellingTenant) {
    TypeDescription owner = method.getDeclaringType().asErasure();
    return (row.tenantArgument() != MethodRow.NO_ARGUMENT) == tellingTenant
        && row.method().equals(method.getName())
        && row.className().equals(owner.getName())
        && method.isMethod()
        && !method.isAbstract()
        && !method.isNative();
  }

  private static List<MethodRow> rows() {
    return CostspanSettings.ofAgent().methods().rows();
  }
}
