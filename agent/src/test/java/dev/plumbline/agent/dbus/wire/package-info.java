@NullMarked
package dev.plumbline.agent.dbus.wire;

import org.jspecify.annotations.NullMarked;
