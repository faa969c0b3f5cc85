/**
 * What the controller knows and says, without a wire: inventories, catalogs with a revision, what
 * agents report and what they are told.
 */
@NullMarked
package dev.plumbline.controller.model;

import org.jspecify.annotations.NullMarked;
