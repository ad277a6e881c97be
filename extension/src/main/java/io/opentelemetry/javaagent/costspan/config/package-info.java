/**
 * What the operator chose: one typed object per area, read once at startup from system properties,
 * environment variables or a declarative configuration file, through one code path.
 */
package io.opentelemetry.javaagent.costspan.config;
