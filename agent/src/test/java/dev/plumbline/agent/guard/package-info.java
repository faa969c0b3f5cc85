@NullMarked
package dev.plumbline.agent.guard;

import org.jspecify.annotations.NullMarked;
