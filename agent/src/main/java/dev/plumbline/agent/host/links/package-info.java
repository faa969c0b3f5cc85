/**
 * The network interfaces of this machine: read from the kernel over rtnetlink(7), and asked about
 * over packet(7) sockets. Java has no class for either, so libc opens them.
 */
@NullMarked
package dev.plumbline.agent.host.links;

import org.jspecify.annotations.NullMarked;
