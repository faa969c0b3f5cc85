/**
 * The packages of a node, on Debian and Ubuntu.
 *
 * <pre>{@code
 * state:
 *   packages: [openmpi-bin, libopenmpi-dev, {name: snapd, state: absent}]
 * }</pre>
 *
 * <p>or, with more to say:
 *
 * <pre>{@code
 * state:
 *   packages:
 *     openmpi-bin: {version: "4.1.*", hold: true}
 *     postfix: {allow_removals: [exim4-base, exim4-config, exim4-daemon-light]}
 *     "libc6:i386": present
 *     snapd: absent
 * }</pre>
 *
 * <p>All packages of a node are installed and removed in one apt transaction. What apt would do
 * besides, every package that it would add, upgrade or remove, is part of the plan. A removal that
 * neither {@code state: absent} nor {@code allow_removals} names fails the plan. A package on hold
 * that has to be absent is removed, and the plan says that its hold goes with it.
 *
 * <p>A package agrees when dpkg has finished with it, when it has the version that is asked for, if
 * one is, and when apt will not take it away as "no longer required". A virtual package agrees when
 * anything that provides it is installed. Whether packages agree is read from dpkg's files; apt is
 * only started when something differs.
 *
 * <p>It never upgrades because an archive has moved on: say a {@code version} for that. It never
 * removes what only came along with others, keeps changed configuration files, and leaves the
 * package lists of the node alone: its own are under {@code /run}.
 */
@NullMarked
package dev.plumbline.resources.packages;

import org.jspecify.annotations.NullMarked;
