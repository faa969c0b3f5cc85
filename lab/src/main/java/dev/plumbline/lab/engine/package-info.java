/** The container engine: found when one answers, else installed and started by the lab. */
@NullMarked
package dev.plumbline.lab.engine;

import org.jspecify.annotations.NullMarked;
