package io.costspan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ErrandsTest {
  @Test
  void aScriptedRunHasThreeTenantsAndEveryFeature() {
    assertThat(errands(Errands.scripted()))
        .extracting(Errand::tenant)
        .containsOnly("acme", "globex", "initech");
    assertThat(errands(Errands.scripted()))
        .extracting(Errand::route)
        .containsOnly(
            "/draft",
            "/chat",
            "/suggest",
            "/summarise",
            "/tag",
            "/search",
            "/translate",
            "/review");
  }

  @Test
  void aLiveRunAsksOnlyProvidersWithAKey() {
    assertThat(errands(Errands.live(true, false)))
        .extracting(Errand::route)
        .containsOnly("/draft", "/search", "/chat", "/suggest", "/summarise");
    assertThat(errands(Errands.live(false, true)))
        .extracting(Errand::route)
        .containsOnly("/review");
  }

  @Test
  void nobodyComesWithoutAnErrand() {
    assertThat(Errands.live(false, true)).hasSize(2).noneMatch(List::isEmpty);
  }

  @Test
  void aLiveRunSendsNoWordsToTheLocalProvider() {
    assertThat(errands(Errands.live(true, true)))
        .extracting(Errand::text)
        .noneMatch(text -> text.contains("tokens:") || text.contains("scenario:"));
  }

  @Test
  void baggageSaysOnWhoseBehalf() {
    Errand errand = new Errand("acme", "a-17", "/draft", "text", 200);

    assertThat(errand.baggage()).isEqualTo("tenant.id=acme,session.id=a-17");
  }

  private static List<Errand> errands(List<List<Errand>> people) {
    return people.stream().flatMap(List::stream).toList();
  }
}
