/**
 * What every resource type must hold, tested over the whole registry with the fixtures of each
 * kind, on machines in memory.
 */
@NullMarked
package dev.plumbline.resources.contract;

import org.jspecify.annotations.NullMarked;
