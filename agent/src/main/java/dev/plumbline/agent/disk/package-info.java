/** Files that survive a power cut whole. */
@NullMarked
package dev.plumbline.agent.disk;

import org.jspecify.annotations.NullMarked;
