package io.opentelemetry.javaagent.costspan.tap.seam;

import static net.bytebuddy.matcher.ElementMatchers.none;

import io.opentelemetry.javaagent.extension.instrumentation.TypeInstrumentation;
import io.opentelemetry.javaagent.extension.instrumentation.TypeTransformer;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * A module that is installed only when a setting names what it sees. Otherwise it is off, and where
 * all modules are switched on by name, matches no class.
 */
public abstract class NamedModule extends IsolatedModule {

  protected NamedModule(String name, String... otherNames) {
    super(name, otherNames);
  }

  /** Whether a setting names it. Asked when the agent has read its configuration, not before. */
  protected abstract boolean isNamed();

  /** Asked at build time as well, where there are no settings. */
  protected abstract List<TypeInstrumentation> seams();

  @Override
  public final boolean defaultEnabled() {
    return isNamed() && super.defaultEnabled();
  }

  @Override
  public final List<TypeInstrumentation> typeInstrumentations() {
    List<TypeInstrumentation> seams = new ArrayList<>();
    for (TypeInstrumentation seam : seams()) {
      seams.add(new NamedSeam(seam));
    }
    return seams;
  }

  /** Nowhere unless it is named. */
  private final class NamedSeam implements TypeInstrumentation {

    private final TypeInstrumentation seam;

    NamedSeam(TypeInstrumentation seam) {
      this.seam = seam;
    }

    @Override
    public ElementMatcher<TypeDescription> typeMatcher() {
      return isNamed() ? seam.typeMatcher() : none();
    }

    @Override
    public void transform(TypeTransformer transformer) {
      seam.transform(transformer);
    }
  }
}
