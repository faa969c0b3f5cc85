/**
 * Live sessions of agents: who may speak for which node, and who does at the moment. The wire is
 * elsewhere.
 */
@NullMarked
package dev.plumbline.controller.agents;

import org.jspecify.annotations.NullMarked;
