@NullMarked
package dev.plumbline.controller.cli.content;

import org.jspecify.annotations.NullMarked;
