@NullMarked
package dev.plumbline.agent.host.processes;

import org.jspecify.annotations.NullMarked;
