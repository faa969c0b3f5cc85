@NullMarked
package dev.plumbline.jobs.mnist.ranks;

import org.jspecify.annotations.NullMarked;
