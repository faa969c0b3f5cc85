/**
 * What a node can be: one package per resource type, and the ports through which types touch a
 * machine.
 */
@NullMarked
package dev.plumbline.resources;

import org.jspecify.annotations.NullMarked;
