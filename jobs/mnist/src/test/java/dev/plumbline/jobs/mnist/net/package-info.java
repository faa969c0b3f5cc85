@NullMarked
package dev.plumbline.jobs.mnist.net;

import org.jspecify.annotations.NullMarked;
