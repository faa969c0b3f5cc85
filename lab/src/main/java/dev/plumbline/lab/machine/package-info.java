/**
 * This machine as the lab uses it: its programs, its state directory, and what is said to users.
 */
@NullMarked
package dev.plumbline.lab.machine;

import org.jspecify.annotations.NullMarked;
