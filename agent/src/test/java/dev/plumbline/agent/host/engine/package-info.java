@NullMarked
package dev.plumbline.agent.host.engine;

import org.jspecify.annotations.NullMarked;
