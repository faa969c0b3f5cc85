/**
 * What outlives the controller's process: a SQLite database behind a small interface. No secret is
 * ever given to it.
 */
@NullMarked
package dev.plumbline.controller.store;

import org.jspecify.annotations.NullMarked;
