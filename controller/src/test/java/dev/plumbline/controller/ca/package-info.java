@NullMarked
package dev.plumbline.controller.ca;

import org.jspecify.annotations.NullMarked;
