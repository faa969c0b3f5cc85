/** A kind for tests of linking: it takes exports of others and publishes one of its own. */
@NullMarked
package dev.plumbline.controller.kinds;

import org.jspecify.annotations.NullMarked;
