/**
 * Files that travel by the hash of their bytes: the inputs and programs that come, the outputs that
 * go.
 */
@NullMarked
package dev.plumbline.agent.job.content;

import org.jspecify.annotations.NullMarked;
