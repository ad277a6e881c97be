package io.opentelemetry.javaagent.costspan.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActionsTest {

  private final List<String> counted = new ArrayList<>();

  @AfterEach
  void countNothingMore() {
    install(ActionRules.builder().build());
  }

  @Test
  void countsARequestThatWasAnsweredAsTheRuleSays() {
    install(ActionRules.builder()
        .request("copilot", "POST", "/drafts/{id}/accept", 200, 299)
        .build());

    Actions.served(Context.root(), "POST", "/drafts/{id}/accept", 204);
    Actions.served(Context.root(), "POST", "/drafts/{id}/accept", 409);
    Actions.served(Context.root(), "GET", "/drafts/{id}/accept", 200);
    Actions.served(Context.root(), "POST", "/drafts/{id}", 200);

    assertThat(counted).containsExactly("copilot");
  }

  @Test
  void countsAnyMethodAndBothEndsOfTheStatuses() {
    install(ActionRules.builder().request("any", "*", "/done", 200, 201).build());

    Actions.served(Context.root(), "PUT", "/done", 199);
    Actions.served(Context.root(), "PUT", "/done", 200);
    Actions.served(Context.root(), "PATCH", "/done", 201);
    Actions.served(Context.root(), "PATCH", "/done", 202);

    assertThat(counted).containsExactly("any", "any");
  }

  @Test
  void countsOneRequestForEachFeatureThatItIsAnActionOf() {
    install(ActionRules.builder()
        .request("copilot", "POST", "/done", 200, 299)
        .request("search", "*", "/done", 200, 200)
        .build());

    Actions.served(Context.root(), "POST", "/done", 200);

    assertThat(counted).containsExactly("copilot", "search");
  }

  @Test
  void countsEventsByTheirNameAlone() {
    install(ActionRules.builder().event("support", "ticket.resolved").build());

    Actions.happened(Context.root(), "ticket.resolved");
    Actions.happened(Context.root(), "ticket.opened");
    Actions.happened(Context.root(), null);

    assertThat(counted).containsExactly("support");
  }

  @Test
  void countsAMethodByItsClassAndName() {
    install(ActionRules.builder().method("copilot", "com.acme.Drafts.accept").build());

    Actions.returned("com.acme.Drafts.accept");
    Actions.returned("com.acme.Drafts.reject");

    assertThat(counted).containsExactly("copilot");
  }

  @Test
  void looksAtRequestsOnlyWhereOneIsNamed() {
    install(ActionRules.builder().event("support", "ticket.resolved").build());
    assertThat(Actions.seeRequests()).isFalse();

    install(ActionRules.builder().request("a", "*", "/done", 200, 299).build());
    assertThat(Actions.seeRequests()).isTrue();
  }

  @Test
  void keepsAFailureFromTheServer() {
    List<Throwable> failures = new ArrayList<>();
    Actions.install(
        ActionRules.builder().event("support", "ticket.resolved").build(),
        (context, feature) -> {
          throw new IllegalStateException("no counter");
        },
        failures::add);

    assertThatCode(() -> Actions.happened(Context.root(), "ticket.resolved"))
        .doesNotThrowAnyException();

    assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
  }

  private void install(ActionRules rules) {
    Actions.install(rules, (context, feature) -> counted.add(feature), failure -> {
      throw new AssertionError(failure);
    });
  }
}
