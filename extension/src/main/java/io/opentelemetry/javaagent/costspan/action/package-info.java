/**
 * What the operator calls a successful action of a feature, recognised where it happens: the other
 * half of a cost per accepted draft or resolved ticket. Knows no LLM.
 */
package io.opentelemetry.javaagent.costspan.action;
