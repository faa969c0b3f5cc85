@NullMarked
package dev.plumbline.controller.job.content;

import org.jspecify.annotations.NullMarked;
