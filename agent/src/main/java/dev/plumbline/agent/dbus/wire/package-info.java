/**
 * The D-Bus wire format (https://dbus.freedesktop.org/doc/dbus-specification.html): signatures,
 * values, messages. Knows no connection and no service.
 *
 * <p>Values are Java's own: {@code y} Byte, {@code b} Boolean, {@code n} Short, {@code q i}
 * Integer, {@code u x t} Long, {@code d} Double, {@code s o g} String, {@code v} {@link
 * dev.plumbline.agent.dbus.wire.Variant}, {@code a} and {@code (…)} List, {@code a{…}} Map. File
 * descriptors ({@code h}) are left out.
 */
@NullMarked
package dev.plumbline.agent.dbus.wire;

import org.jspecify.annotations.NullMarked;
