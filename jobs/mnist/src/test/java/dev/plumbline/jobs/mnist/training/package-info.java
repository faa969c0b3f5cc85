@NullMarked
package dev.plumbline.jobs.mnist.training;

import org.jspecify.annotations.NullMarked;
