@NullMarked
package dev.plumbline.controller.cli.runtime;

import org.jspecify.annotations.NullMarked;
