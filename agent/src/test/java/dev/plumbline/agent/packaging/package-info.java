@NullMarked
package dev.plumbline.agent.packaging;

import org.jspecify.annotations.NullMarked;
