@NullMarked
package dev.plumbline.agent.job;

import org.jspecify.annotations.NullMarked;
