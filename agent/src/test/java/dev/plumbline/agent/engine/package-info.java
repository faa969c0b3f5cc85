@NullMarked
package dev.plumbline.agent.engine;

import org.jspecify.annotations.NullMarked;
