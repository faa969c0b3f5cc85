/**
 * The job file: one YAML document that says which program runs, where, on what data, and what comes
 * out of it. It is read like an inventory: every problem at once, each with its line.
 */
@NullMarked
package dev.plumbline.inventory.job;

import org.jspecify.annotations.NullMarked;
