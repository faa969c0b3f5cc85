@NullMarked
package dev.plumbline.controller.rpc.socket;

import org.jspecify.annotations.NullMarked;
