@NullMarked
package dev.plumbline.controller.cli.args;

import org.jspecify.annotations.NullMarked;
