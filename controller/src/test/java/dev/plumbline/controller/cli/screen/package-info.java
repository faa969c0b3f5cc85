@NullMarked
package dev.plumbline.controller.cli.screen;

import org.jspecify.annotations.NullMarked;
