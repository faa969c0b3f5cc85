/**
 * Files by the hash of their bytes: what jobs need, and what they gave. They come in pieces, from
 * the command line and from agents, and are whole only when their hash was checked.
 */
@NullMarked
package dev.plumbline.controller.job.content;

import org.jspecify.annotations.NullMarked;
