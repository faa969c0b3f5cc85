/** What can be done to a node so that it drifts or fails. */
@NullMarked
package dev.plumbline.lab.fault;

import org.jspecify.annotations.NullMarked;
