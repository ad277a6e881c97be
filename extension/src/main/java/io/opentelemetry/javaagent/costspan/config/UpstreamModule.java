package io.opentelemetry.javaagent.costspan.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A module of the stock agent that reports the same calls as we do. It is off by default beside us,
 * so that a call is one span; whoever switches it on by any of its names gets it.
 */
public final class UpstreamModule {

  /** It throws into the application when a chat stream is closed early (agent 2.33.1). */
  private static final UpstreamModule OPENAI = new UpstreamModule(
      Collections.singletonList("openai-java"),
      Arrays.asList("openai-java", "openai-java-1.1", "openai"),
      Arrays.asList("costspan-openai", AgentModules.COSTSPAN));

  /** It omits cached tokens and invents counts for some models. The second name is the v3 one. */
  private static final UpstreamModule BEDROCK = new UpstreamModule(
      Arrays.asList("aws-sdk-2.2-bedrock-runtime", "aws-sdk-bedrock-runtime"),
      Arrays.asList(
          "aws-sdk-2.2-bedrock-runtime", "aws-sdk-bedrock-runtime", "aws-sdk", "aws-sdk-2.2"),
      Collections.singletonList(AgentModules.COSTSPAN));

  private static final List<UpstreamModule> ALL = Arrays.asList(OPENAI, BEDROCK);

  private final List<String> ownNames;
  private final List<String> allNames;
  private final List<String> ourNames;

  private UpstreamModule(List<String> ownNames, List<String> allNames, List<String> ourNames) {
    this.ownNames = ownNames;
    this.allNames = allNames;
    this.ourNames = ourNames;
  }

  /** The names that have to be switched off for one span per call. */
  public static List<String> namesToSwitchOff(ModuleSwitches switches) {
    List<String> names = new ArrayList<>();
    for (UpstreamModule module : ALL) {
      if (module.isReplaced(switches) && !module.isWanted(switches)) {
        names.addAll(module.ownNames);
      }
    }
    return names;
  }

  private boolean isReplaced(ModuleSwitches switches) {
    for (String name : ourNames) {
      Boolean written = switches.written(name);
      if (written != null) {
        return written;
      }
    }
    return true;
  }

  // Not the first name that was written, as the agent has it: under the v3 preview it overlooks
  // some
  // names, and what was switched off by such a name has to stay off.
  private boolean isWanted(ModuleSwitches switches) {
    for (String name : allNames) {
      if (Boolean.TRUE.equals(switches.written(name))) {
        return true;
      }
    }
    return false;
  }
}
