@NullMarked
package dev.plumbline.agent.rpc;

import org.jspecify.annotations.NullMarked;
