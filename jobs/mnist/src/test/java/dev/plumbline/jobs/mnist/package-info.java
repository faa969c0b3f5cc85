@NullMarked
package dev.plumbline.jobs.mnist;

import org.jspecify.annotations.NullMarked;
