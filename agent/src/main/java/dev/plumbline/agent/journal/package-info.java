/**
 * What the agent must not forget: the requests that it carries out, step by step, until their
 * reports are acknowledged; and the last applied catalog. Secret values never get here.
 */
@NullMarked
package dev.plumbline.agent.journal;

import org.jspecify.annotations.NullMarked;
