package io.opentelemetry.javaagent.costspan.tap.principal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SpringClaimsTest {

  @Test
  void aNameHasNoClaims() {
    assertThat(SpringClaims.of("jane").apply("org")).isNull();
    assertThat(SpringClaims.of(null).apply("org")).isNull();
  }

  /** A copy of these classes stands beside each web application, which may be deployed again. */
  @Test
  void aPrincipalOfTheJdkHoldsNoLoader() throws Exception {
    WeakReference<ClassLoader> webApplication = loaderThatWasAskedFor("jane");

    for (int i = 0; i < 20 && webApplication.get() != null; i++) {
      System.gc();
    }

    assertThat(webApplication.get()).isNull();
  }

  private static WeakReference<ClassLoader> loaderThatWasAskedFor(Object principal)
      throws Exception {
    URL classes = SpringClaims.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
      Method of =
          loader.loadClass(SpringClaims.class.getName()).getDeclaredMethod("of", Object.class);
      of.setAccessible(true);
      assertThat(((Function<?, ?>) of.invoke(null, principal)).getClass().getClassLoader())
          .isSameAs(loader);
      return new WeakReference<>(loader);
    }
  }
}
