@NullMarked
package dev.plumbline.controller.run;

import org.jspecify.annotations.NullMarked;
