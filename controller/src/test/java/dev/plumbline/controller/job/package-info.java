@NullMarked
package dev.plumbline.controller.job;

import org.jspecify.annotations.NullMarked;
