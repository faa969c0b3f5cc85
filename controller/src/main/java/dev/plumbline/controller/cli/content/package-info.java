/**
 * Contents on their way: files of this machine to the controller, and outputs of jobs back. Each is
 * named by its SHA-256, sent once, and checked where it arrives.
 */
@NullMarked
package dev.plumbline.controller.cli.content;

import org.jspecify.annotations.NullMarked;
