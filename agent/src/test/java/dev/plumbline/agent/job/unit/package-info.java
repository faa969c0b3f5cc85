@NullMarked
package dev.plumbline.agent.job.unit;

import org.jspecify.annotations.NullMarked;
