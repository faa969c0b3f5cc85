/** Reading the digits: IDX files, gzipped or not, checked before anything is computed. */
@NullMarked
package dev.plumbline.jobs.mnist.data;

import org.jspecify.annotations.NullMarked;
