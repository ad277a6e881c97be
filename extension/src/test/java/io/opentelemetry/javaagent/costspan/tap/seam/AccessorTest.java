package io.opentelemetry.javaagent.costspan.tap.seam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessorTest {

  @Test
  void readsAValueWhateverItsType() {
    assertThat(Accessor.of(Old.class, "body").read(new Old())).isEqualTo("old");
    assertThat(Accessor.of(New.class, "body").read(new New())).isEqualTo("new");
  }

  @Test
  void aMissingMethodReadsAsNull() {
    assertThat(Accessor.of(Old.class, "baseUrl").read(new Old())).isNull();
  }

  @Test
  void anEmptyOptionalReadsAsNull() {
    assertThat(Accessor.of(New.class, "nothing").read(new New())).isNull();
  }

  @Test
  void whatTheMethodThrowsIsThrown() {
    assertThatThrownBy(() -> Accessor.of(Old.class, "fails").read(new Old()))
        .hasMessage("as it does");
  }

  public static final class Old {
    public String body() {
      return "old";
    }

    public String fails() {
      throw new IllegalStateException("as it does");
    }
  }

  public static final class New {
    public Optional<String> body() {
      return Optional.of("new");
    }

    public Optional<String> nothing() {
      return Optional.empty();
    }
  }
}
