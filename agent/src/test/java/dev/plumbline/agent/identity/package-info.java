@NullMarked
package dev.plumbline.agent.identity;

import org.jspecify.annotations.NullMarked;
