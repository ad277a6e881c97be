package io.opentelemetry.javaagent.costspan.config;

import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import io.opentelemetry.common.ComponentLoader;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the agent shows of properties and environment variables: text only, no names, and a group
 * wherever one is asked for.
 */
record AsProperties(Map<String, String> properties, String prefix)
    implements DeclarativeConfigProperties {

  static AsProperties of(Map<String, String> properties) {
    return new AsProperties(properties, Setting.PREFIX);
  }

  @Override
  public String getString(String name) {
    return properties.get(prefix + name.replace('_', '-'));
  }

  @Override
  public DeclarativeConfigProperties getStructured(String name) {
    return new AsProperties(properties, prefix + name.replace('_', '-') + ".");
  }

  @Override
  public Set<String> getPropertyKeys() {
    return Set.of();
  }

  @Override
  public Boolean getBoolean(String name) {
    throw new AssertionError("the agent takes every text but true for false");
  }

  @Override
  public Integer getInt(String name) {
    throw new AssertionError("the agent throws when the text is no number");
  }

  @Override
  public Long getLong(String name) {
    throw new AssertionError("the agent throws when the text is no number");
  }

  @Override
  public Double getDouble(String name) {
    throw new AssertionError("the agent throws when the text is no number");
  }

  @Override
  public <T> List<T> getScalarList(String name, Class<T> scalarType) {
    String text = getString(name);
    return text == null
        ? null
        : List.of(text.split(",")).stream().map(scalarType::cast).toList();
  }

  @Override
  public List<DeclarativeConfigProperties> getStructuredList(String name) {
    return null;
  }

  @Override
  public ComponentLoader getComponentLoader() {
    return ComponentLoader.forClassLoader(AsProperties.class.getClassLoader());
  }
}
