@NullMarked
package dev.plumbline.agent.page;

import org.jspecify.annotations.NullMarked;
