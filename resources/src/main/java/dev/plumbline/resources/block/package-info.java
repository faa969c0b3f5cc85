/**
 * Lines of a text file that are ours, between two marker lines, in a file that belongs to somebody
 * else. Every other byte of the file stays as it is.
 */
@NullMarked
package dev.plumbline.resources.block;

import org.jspecify.annotations.NullMarked;
