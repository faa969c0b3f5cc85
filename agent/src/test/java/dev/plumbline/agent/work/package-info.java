@NullMarked
package dev.plumbline.agent.work;

import org.jspecify.annotations.NullMarked;
