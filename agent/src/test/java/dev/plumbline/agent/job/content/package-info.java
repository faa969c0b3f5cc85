@NullMarked
package dev.plumbline.agent.job.content;

import org.jspecify.annotations.NullMarked;
