@NullMarked
package dev.plumbline.controller.client.rpc;

import org.jspecify.annotations.NullMarked;
