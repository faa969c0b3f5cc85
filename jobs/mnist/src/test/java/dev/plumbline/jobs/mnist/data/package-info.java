@NullMarked
package dev.plumbline.jobs.mnist.data;

import org.jspecify.annotations.NullMarked;
