/**
 * The system's D-Bus: one connection, made when first needed and shared, and facades of the
 * services that we call. All that we know of D-Bus is here.
 */
@NullMarked
package dev.plumbline.agent.dbus;

import org.jspecify.annotations.NullMarked;
