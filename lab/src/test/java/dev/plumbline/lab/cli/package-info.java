@NullMarked
package dev.plumbline.lab.cli;

import org.jspecify.annotations.NullMarked;
