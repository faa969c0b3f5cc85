@NullMarked
package dev.plumbline.controller.cli;

import org.jspecify.annotations.NullMarked;
