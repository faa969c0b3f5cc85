@NullMarked
package dev.plumbline.controller.rpc.control;

import org.jspecify.annotations.NullMarked;
