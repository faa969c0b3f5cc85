@NullMarked
package dev.plumbline.jobs.mnist.report;

import org.jspecify.annotations.NullMarked;
