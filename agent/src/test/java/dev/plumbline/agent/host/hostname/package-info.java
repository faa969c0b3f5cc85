@NullMarked
package dev.plumbline.agent.host.hostname;

import org.jspecify.annotations.NullMarked;
