/**
 * What an agent would do to remove the differences: pure data, with a hash of what was observed.
 */
@NullMarked
package dev.plumbline.resources.plan;

import org.jspecify.annotations.NullMarked;
