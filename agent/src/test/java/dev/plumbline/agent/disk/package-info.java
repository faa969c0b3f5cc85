@NullMarked
package dev.plumbline.agent.disk;

import org.jspecify.annotations.NullMarked;
