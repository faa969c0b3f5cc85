@NullMarked
package dev.plumbline.jobs.mnist.options;

import org.jspecify.annotations.NullMarked;
