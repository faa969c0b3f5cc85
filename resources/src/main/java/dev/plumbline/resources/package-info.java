/**
 * What a node can be. This package holds the contract of a resource type and nothing of any one
 * type: each type lives in a package of its own beside this one, and {@link
 * dev.plumbline.resources.ResourceTypes} lists them.
 *
 * <p>A {@link dev.plumbline.resources.Spec} is what a resource must be; it is pure data and may be
 * read anywhere. A {@link dev.plumbline.resources.Resource} observes and changes one node and runs
 * in the agent only.
 */
@NullMarked
package dev.plumbline.resources;

import org.jspecify.annotations.NullMarked;
