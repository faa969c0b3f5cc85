@NullMarked
package dev.plumbline.agent.facts;

import org.jspecify.annotations.NullMarked;
