@NullMarked
package dev.plumbline.jobs.gene;

import org.jspecify.annotations.NullMarked;
