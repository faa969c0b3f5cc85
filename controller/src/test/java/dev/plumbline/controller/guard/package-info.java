@NullMarked
package dev.plumbline.controller.guard;

import org.jspecify.annotations.NullMarked;
