@NullMarked
package dev.plumbline.agent.host.files;

import org.jspecify.annotations.NullMarked;
