@NullMarked
package dev.plumbline.agent.journal;

import org.jspecify.annotations.NullMarked;
