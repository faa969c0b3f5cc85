@NullMarked
package dev.plumbline.controller.page;

import org.jspecify.annotations.NullMarked;
