package io.costspan.smoke.runner;

/**
 * One call to make, in no SDK's words.
 *
 * @param number to be sent as the limit of output tokens
 * @param streamUsage whether a stream is asked to say its usage, where one has to ask
 * @param priority whether to ask for the priority tier
 */
public record Ask(long number, String prompt, Model model, boolean streamUsage, boolean priority) {

  /** Which model an SDK takes for it is the application's choice; nobody has a price for UNKNOWN. */
  public enum Model {
    STANDARD,
    SMALL,
    REASONING,
    UNKNOWN
  }

  Ask withoutStreamUsage() {
    return new Ask(number, prompt, model, false, priority);
  }
}
