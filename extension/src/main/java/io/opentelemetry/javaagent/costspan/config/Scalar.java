package io.opentelemetry.javaagent.costspan.config;

import io.opentelemetry.api.incubator.config.DeclarativeConfigProperties;
import org.jspecify.annotations.Nullable;

/** A type of value in a declarative file. */
enum Scalar {
  TEXT("isString") {
    @Override
    @Nullable
    Object get(DeclarativeConfigProperties node, String key) {
      return node.getString(key);
    }
  },
  INTEGER("isLong") {
    @Override
    @Nullable
    Object get(DeclarativeConfigProperties node, String key) {
      return node.getLong(key);
    }
  },
  BOOLEAN("isBoolean") {
    @Override
    @Nullable
    Object get(DeclarativeConfigProperties node, String key) {
      return node.getBoolean(key);
    }
  },
  DECIMAL("isDouble") {
    @Override
    @Nullable
    Object get(DeclarativeConfigProperties node, String key) {
      return node.getDouble(key);
    }
  };

  private final String question;

  Scalar(String question) {
    this.question = question;
  }

  abstract @Nullable Object get(DeclarativeConfigProperties node, String key);

  /** A value of this type or, when another was written, of that. Null when it is no scalar. */
  @Nullable
  Object read(DeclarativeConfigProperties node, String key) {
    Object value = readExactly(node, key);
    for (Scalar other : values()) {
      value = value == null && other != this ? other.readExactly(node, key) : value;
    }
    return value;
  }

  // The agent warns by itself when an accessor does not fit, and the reader warns as well.
  private @Nullable Object readExactly(DeclarativeConfigProperties node, String key) {
    return mayFit(node, key) ? get(node, key) : null;
  }

  // Newer agents can be asked for the type (2.33.1 can, 2.31.1 cannot); the API that we compile
  // against has no such method yet.
  private boolean mayFit(DeclarativeConfigProperties node, String key) {
    try {
      return Boolean.TRUE.equals(
          DeclarativeConfigProperties.class.getMethod(question, String.class).invoke(node, key));
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
