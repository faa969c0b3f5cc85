/** Contents on their way over a wire. */
@NullMarked
package dev.plumbline.controller.rpc.content;

import org.jspecify.annotations.NullMarked;
