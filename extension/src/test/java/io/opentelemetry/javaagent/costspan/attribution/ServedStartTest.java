package io.opentelemetry.javaagent.costspan.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServedStartTest {

  private final List<Throwable> failures = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();

  @AfterEach
  void uninstall() {
    NamedFacts.install(NamedFacts.builder().build());
  }

  @Test
  void aRequestTellsItsHeader() {
    name(Sources.fact(Fact.HEADER, "X-Org"));

    ServedRequest request = served(Map.of("X-Org", " ac\u202Eme\n", "Authorization", "secret"));

    assertThat(request.fact(Fact.HEADER, "X-Org")).isEqualTo("acme");
    assertThat(asked).containsExactly("X-Org");
  }

  @Test
  void noHeaderIsLookedAtWhenNoneIsNamed() {
    name(Sources.constant("value:acme", "acme"));

    served(Map.of("X-Org", "acme"));

    assertThat(asked).isEmpty();
  }

  @Test
  void aGetterThatThrowsIsOurFailureAndNobodyElses() {
    name(Sources.fact(Fact.HEADER, "X-Org"));
    TextMapGetter<String> broken = new TextMapGetter<>() {
      @Override
      public Iterable<String> keys(String carrier) {
        throw new IllegalStateException("keys");
      }

      @Override
      public String get(String carrier, String key) {
        throw new IllegalStateException("get");
      }
    };

    Context extracted = new HeaderPropagator(failures::add).extract(Context.root(), "", broken);

    assertThat(extracted).isSameAs(Context.root());
    assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aMessageTellsItsOwnHeadersAndNotThoseOfARequest() {
    name(Sources.fact(Fact.MESSAGE_HEADER, "org"), Sources.fact(Fact.HEADER, "org"));

    Context context = ServedStart.message(
        extract(Context.root(), Map.of("org", "acme")), "another", destination("orders"));

    ServedRequest message = ServedRequest.in(context);
    assertThat(message.fact(Fact.MESSAGE_HEADER, "org")).isEqualTo("acme");
    assertThat(message.fact(Fact.HEADER, "org")).isNull();
  }

  @Test
  void headersAreThoseOfTheFirstThatIsServedOnly() {
    name(Sources.fact(Fact.MESSAGE_HEADER, "org"), Sources.fact(Fact.HEADER, "org"));
    Context request =
        ServedStart.request(extract(Context.root(), Map.of("org", "acme")), Attributes.empty());

    Context message = ServedStart.message(request, "another", Attributes.empty());

    assertThat(ServedRequest.in(message).fact(Fact.MESSAGE_HEADER, "org")).isNull();
  }

  /** So the agent does it where it shows the receiving of messages by spans of their own. */
  @Test
  void aMessageTellsItsHeadersWhenTheyAreReadForALinkOnly() {
    name(Sources.fact(Fact.MESSAGE_HEADER, "org"));
    Map<String, String> message = Map.of("org", "acme");
    Map<String, String> silent = Map.of("other", "x");

    extract(Context.root(), message);
    assertThat(orgOf(silent)).as("another message").isNull();
    assertThat(orgOf(message)).isEqualTo("acme");
    assertThat(orgOf(message)).as("once").isNull();

    extract(Context.root(), message);
    extract(Context.root(), silent);
    assertThat(orgOf(message)).as("not the last").isNull();
  }

  private static String orgOf(Object message) {
    return ServedRequest.in(ServedStart.message(Context.root(), message, Attributes.empty()))
        .fact(Fact.MESSAGE_HEADER, "org");
  }

  @Test
  void headersOfAnEarlierRequestAreNotThoseOfTheNext() {
    name(Sources.fact(Fact.HEADER, "org"));
    Context earlier = extract(Context.root(), Map.of("org", "acme"));

    Context next = ServedStart.request(extract(earlier, Map.of()), Attributes.empty());

    assertThat(ServedRequest.in(next).fact(Fact.HEADER, "org")).isNull();
  }

  @Test
  void aRequestTellsPathQueryAndRoute() {
    name(Sources.fact(Fact.PATH, "/t/{}/**"), Sources.fact(Fact.QUERY, "org"), Sources.route());
    Attributes atStart = Attributes.builder()
        .put("url.path", "/t/acme/chat")
        .put("url.query", "x=1&org=globex")
        .put("http.route", "/t/{tenant}/chat")
        .build();

    ServedRequest request = ServedRequest.in(ServedStart.request(Context.root(), atStart));

    assertThat(request.fact(Fact.PATH, "/t/{}/**")).isEqualTo("acme");
    assertThat(request.fact(Fact.QUERY, "org")).isEqualTo("globex");
    assertThat(request.fact(Fact.ROUTE, Fact.UNNAMED)).isEqualTo("/t/{tenant}/chat");
  }

  @Test
  void nothingOfAnUrlIsKeptUnlessItIsNamed() {
    name(Sources.constant("value:acme", "acme"));
    Attributes atStart = Attributes.builder()
        .put("url.path", "/t/acme")
        .put("url.query", "org=globex")
        .put("http.route", "/t")
        .build();

    ServedRequest request = ServedRequest.in(ServedStart.request(Context.root(), atStart));

    for (Fact kind : Fact.values()) {
      assertThat(request.fact(kind, Fact.UNNAMED)).isNull();
      assertThat(request.fact(kind, "org")).isNull();
      assertThat(request.fact(kind, "/t/{}")).isNull();
    }
  }

  @Test
  void theFeatureIsTheDestinationOrTheJobWhereThereIsNoRoute() {
    Attribution attribution = UsualAttribution.create();
    NamedFacts.install(attribution.namedFacts());

    Context message = ServedStart.message(Context.root(), "one", destination("orders"));
    Context job = ServedStart.job(Context.root(), "Reports.nightly");

    assertThat(attribution.resolve(message, CallFields.NONE).feature()).isEqualTo("orders");
    assertThat(attribution.resolve(job, CallFields.NONE).feature()).isEqualTo("Reports.nightly");
  }

  /** The agent calls RabbitMQ's nameless exchange so, by which most messages come. */
  @Test
  void theDestinationIsTheQueueWhereTheExchangeHasNoName() {
    name(Sources.fact(Fact.DESTINATION));
    AttributeKey<String> key = AttributeKey.stringKey("messaging.rabbitmq.destination.routing_key");
    Attributes toQueue = destination("<default>").toBuilder().put(key, "drafts").build();
    Attributes toExchange = destination("orders").toBuilder().put(key, "drafts").build();

    assertThat(destinationOf(toQueue)).isEqualTo("drafts");
    assertThat(destinationOf(toExchange)).isEqualTo("orders");
    assertThat(destinationOf(destination("<default>"))).isNull();
  }

  private static String destinationOf(Attributes atStart) {
    return ServedRequest.in(ServedStart.message(Context.root(), "one", atStart))
        .fact(Fact.DESTINATION, Fact.UNNAMED);
  }

  @Test
  void propagatesNothing() {
    HeaderPropagator propagator = new HeaderPropagator(failures::add);

    propagator.inject(Context.root(), new ArrayList<String>(), (carrier, key, value) -> {
      throw new AssertionError();
    });

    assertThat(propagator.fields()).isEmpty();
  }

  private static void name(Source... sources) {
    NamedFacts.install(Attribution.builder().tenant(List.of(sources)).build().namedFacts());
  }

  private ServedRequest served(Map<String, String> headers) {
    return ServedRequest.in(
        ServedStart.request(extract(Context.root(), headers), Attributes.empty()));
  }

  private Context extract(Context context, Map<String, String> headers) {
    return new HeaderPropagator(failures::add).extract(context, headers, new TextMapGetter<>() {
      @Override
      public Iterable<String> keys(Map<String, String> carrier) {
        return carrier.keySet();
      }

      @Override
      public String get(Map<String, String> carrier, String key) {
        asked.add(key);
        return carrier.get(key);
      }
    });
  }

  private static Attributes destination(String name) {
    return Attributes.of(AttributeKey.stringKey("messaging.destination.name"), name);
  }
}
