@NullMarked
package dev.plumbline.agent.install;

import org.jspecify.annotations.NullMarked;
