@NullMarked
package dev.plumbline.controller.cli.forward;

import org.jspecify.annotations.NullMarked;
