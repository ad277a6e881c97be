package io.costspan.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The errands of one person. The texts say to the local provider what it is to do. */
final class Errands {
  private final String tenant;
  private final String session;
  private final List<Errand> errands = new ArrayList<>();

  private Errands(String tenant, String session) {
    this.tenant = tenant;
    this.session = session;
  }

  /** What happens in a local run, one list for each person. */
  static List<List<Errand>> scripted() {
    return List.of(
        new Errands("acme", "a-17")
            .add("/draft", "My parcel is two weeks late. tokens:in=412,out=186")
            .add("/draft", "It came, and it is blue. tokens:in=388,out=203")
            .add("/draft", "Who pays for its way back? scenario:429-then-200 tokens:in=405,out=161")
            .add("/review", "The annual report. tokens:in=310,write5m=2048,out=420")
            .add("/review", "The annual report, again. tokens:in=346,read=2048,out=388")
            .add("/review", "The annual report, at last. tokens:in=352,read=2048,out=97")
            .add("/search", "blue parcel tokens:in=9")
            .add("/search", "way back tokens:in=8")
            .add("/chat", "And in plain words? scenario:slow-drip chunks:12 tokens:in=530,out=245")
            .errands,
        new Errands("globex", "g-4")
            .add(
                "/chat",
                "Plan the week. scenario:slow-drip chunks:16 "
                    + "tokens:in=744,out=912,reasoning=640")
            .add(
                "/chat",
                "Now with a day off. scenario:slow-drip chunks:9 "
                    + "tokens:in=312,read=1408,out=530,reasoning=320")
            .add(
                "/tag",
                "Invoices. tokens:in=96,out=3\n\nTravel. tokens:in=104,out=2\n\n"
                    + "Holidays. tokens:in=88,out=3")
            .add("/draft", "All of the minutes since 1998. scenario:400", 400)
            .add("/draft", "The minutes of today. tokens:in=2210,read=1024,out=350")
            .add("/suggest", "Dear scenario:stream-held tokens:in=61,out=24")
            .add("/search", "minutes tokens:in=5")
            .add("/review", "The slides. tokens:in=890,write5m=2048,out=512")
            .add("/review", "The slides, shorter. tokens:in=640,read=2048,out=455")
            .errands,
        new Errands("initech", "i-230")
            .add("/summarise", "The manual. tokens:in=8800,out=410")
            .add("/summarise", "The manual, chapter one. tokens:in=1110,read=7680,out=275")
            .add("/translate", "Bonjour. tokens:in=31,out=12")
            .add("/translate", "Bonsoir. tokens:in=31,out=12")
            .add("/draft", "About those cover sheets. tokens:in=350,read=1024,out=144")
            .add("/suggest", "With kind scenario:stream-held tokens:in=48,out=19")
            .add("/tag", "Staplers. tokens:in=77,out=2\n\nBasements. tokens:in=81,out=3")
            .add("/search", "stapler tokens:in=6")
            .errands);
  }

  /** A handful of small calls to whichever of the real providers there is a key for. */
  static List<List<Errand>> live(boolean openAi, boolean anthropic) {
    Errands acme = new Errands("acme", "a-17");
    Errands globex = new Errands("globex", "g-4");
    Errands initech = new Errands("initech", "i-230");
    if (openAi) {
      acme.add("/draft", "My parcel is two weeks late.").add("/search", "late parcel");
      globex.add("/chat", "In one sentence: why is the sky blue?");
      initech
          .add("/suggest", "Dear")
          .add("/summarise", "Say in five words: the sky is blue today.");
    }
    if (anthropic) {
      globex.add("/review", "The sky, it are blue.");
      initech.add("/review", "We is out of staplers.");
    }
    return Stream.of(acme.errands, globex.errands, initech.errands)
        .filter(errands -> !errands.isEmpty())
        .toList();
  }

  private Errands add(String route, String text) {
    return add(route, text, 200);
  }

  private Errands add(String route, String text, int status) {
    errands.add(new Errand(tenant, session, route, text, status));
    return this;
  }
}
