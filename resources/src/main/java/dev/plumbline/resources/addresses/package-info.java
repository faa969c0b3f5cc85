/**
 * The addresses of a network interface, through netplan and systemd-networkd.
 *
 * <pre>{@code
 * addresses:
 *   enp0s8:
 *     dhcp4: false
 *     addresses: ["${node.address}/24"]
 * }</pre>
 *
 * <p>The name is that of the interface ({@code ip link}). It gets a netplan file of its own, {@code
 * /etc/netplan/90-plumbline-NIC.yaml}, and has then exactly the addresses that stand here: one that
 * somebody removed comes back, one that somebody added goes. Addresses that a router announces, and
 * the one that DHCP leases where {@code dhcp4} is true, are left alone; so is the address fe80:: of
 * the wire.
 *
 * <pre>{@code
 * addresses:
 *   enp0s8:
 *     addresses: [192.168.56.10/24, "fd00::10/64"]
 *     gateway4: 192.168.56.1
 *     routes: [{to: 10.1.0.0/16, via: 192.168.56.2, metric: 200}]
 *     nameservers: {addresses: [192.168.56.1], search: [example.com]}
 *     mtu: 9000
 * }</pre>
 *
 * <p>Netplan merges all of its files, so an interface that another file configures would have the
 * addresses of both. That is refused, and the file named, unless {@code takeover: true} says that
 * the interface is to be taken out of it. What the file was is kept beside it under its name with
 * {@code .before-plumbline}; nothing puts it back by itself. Where cloud-init writes the file anew,
 * turn that off ({@code network: {config: disabled}} in {@code /etc/cloud/cloud.cfg.d}).
 *
 * <p>Nobody is cut off: before the change every new address is asked for on the wire, and one that
 * another machine has is refused with that machine's hardware address. This holds for nodes of the
 * cluster too: one that takes over an address waits for the next apply, and two that exchange
 * theirs need one in between, with a free address. Then netplan tries the files in a directory of
 * its own. A change that is not confirmed within {@code confirm_within} is undone by the node
 * itself: the controller must be reached anew, and each address by something else than the node.
 * {@code confirm: link} leaves the latter out, for a wire on which nobody is there to ask.
 *
 * <p>When an interface leaves the inventory, or with {@code state: absent}, our file goes, and the
 * addresses with it. {@code netplan apply} and {@code netplan try} are never used. A network that
 * NetworkManager or ifupdown runs is refused at plan, and so is an interface that is not there.
 * Bonds, bridges and VLANs stay with netplan files of your own.
 */
@NullMarked
package dev.plumbline.resources.addresses;

import org.jspecify.annotations.NullMarked;
