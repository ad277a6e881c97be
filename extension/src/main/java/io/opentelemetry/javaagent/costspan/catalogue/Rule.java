package io.opentelemetry.javaagent.costspan.catalogue;

/** What decided a figure; the package doc has them in the order in which they are asked. */
enum Rule {
  /** All sources that have it have the same. */
  UNANIMOUS("unanimous"),
  SINGLE_SOURCE("single-source"),
  CURATED("curated"),
  NEWEST_DATED_FACT("newest-dated-fact"),
  KNOWN_WRONG_CELL("known-wrong-cell"),
  UNSETTLED("unsettled"),
  PROVIDER_PAGE("provider-page"),
  MAJORITY("majority"),
  SOURCE_RANK("source-rank"),
  /** The source has another price for the model itself, so its tiers are those of that price. */
  OTHER_LIST("other-list"),
  BRACKETS("brackets"),
  IMPLAUSIBLE("implausible"),
  AUDIO_AS_TEXT("audio-as-text"),
  /** Documented by the provider as a share of another rate. */
  PROVIDER_RULE("provider-rule"),
  NOT_STATED("not-stated");

  private final String title;

  Rule(String title) {
    this.title = title;
  }

  /** Its name in reports and in the cross-check. */
  String title() {
    return title;
  }
}
