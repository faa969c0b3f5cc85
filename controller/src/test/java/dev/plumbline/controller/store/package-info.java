@NullMarked
package dev.plumbline.controller.store;

import org.jspecify.annotations.NullMarked;
