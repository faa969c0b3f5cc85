/**
 * The Java runtime that travels with Java programs, so that a node needs no Java: linked once from
 * the JDK that runs Plumbline, and kept in the user's cache.
 */
@NullMarked
package dev.plumbline.controller.cli.runtime;

import org.jspecify.annotations.NullMarked;
