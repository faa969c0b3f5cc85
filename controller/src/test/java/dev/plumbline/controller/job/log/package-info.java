@NullMarked
package dev.plumbline.controller.job.log;

import org.jspecify.annotations.NullMarked;
