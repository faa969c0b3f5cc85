/**
 * The base of every node: a fresh server made by debootstrap from this machine's apt configuration.
 */
@NullMarked
package dev.plumbline.lab.base;

import org.jspecify.annotations.NullMarked;
