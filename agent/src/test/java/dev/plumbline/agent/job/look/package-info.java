@NullMarked
package dev.plumbline.agent.job.look;

import org.jspecify.annotations.NullMarked;
