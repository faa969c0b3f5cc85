@NullMarked
package dev.plumbline.jobs.mnist.pictures;

import org.jspecify.annotations.NullMarked;
