/**
 * Price files: a user's own, which is read again when it changes, and other people's price lists, of
 * which a person makes the bundled book once a month.
 *
 * <p>Readers turn each list into {@link
 * io.opentelemetry.javaagent.costspan.catalogue.ListedModel}s: neutral and immutable. Models of two
 * lists are one only where they share an exact id. The rules, in the order in which they are asked;
 * the report and the cross-check name them:
 *
 * <ol>
 *   <li>{@code curated}: what people keep in {@code prices/curated.json} wins, for its ids and for
 *       their dated snapshots.
 *   <li>{@code newest-dated-fact}: a price that is said to begin on a day ends what older lists say.
 *   <li>{@code known-wrong-cell}: a cell that was found wrong does not count; {@code unsettled}: a
 *       rate that nobody could tell is unknown.
 *   <li>{@code provider-page}: Langfuse read the tiers of OpenAI and Anthropic from their pages.
 *   <li>{@code majority}: the figure that more lists have than any other.
 *   <li>{@code source-rank}: genai-prices, pi-ai, Langfuse, LiteLLM.
 *   <li>{@code single-source}: what one list alone has is taken as it is.
 * </ol>
 *
 * <p>Input is decided first, output among the lists with that input, all other rates among those with
 * that input and output ({@code other-list}: a discount on another price is another price; a cache
 * rate of which only others know is unknown). Brackets are those of one list ({@code brackets}). A
 * tier that is no discount, or no surcharge, and a cache that costs more than no cache are {@code
 * implausible}. A rate that the standard row has and a tier does not state is unknown there ({@code
 * not-stated}). Gemini bills audio as text where it has no rate for it ({@code audio-as-text}); a
 * cached token of Mistral's costs a tenth ({@code provider-rule}), and so much more does a regional
 * endpoint of Vertex for newer Claude models. Nothing else is derived, and a
 * price of 0 is no price.
 */
package io.opentelemetry.javaagent.costspan.catalogue;
