/**
 * The borders of the house: which module and package may know which. Here, because the lab is the
 * one module that sees all others.
 */
@NullMarked
package dev.plumbline.lab.architecture;

import org.jspecify.annotations.NullMarked;
