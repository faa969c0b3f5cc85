@NullMarked
package dev.plumbline.controller.cli.render;

import org.jspecify.annotations.NullMarked;
