/**
 * SSH without passwords: a user's key pair, whose keys may log in, and the host keys of the nodes.
 *
 * <pre>{@code
 * users: {mpihpc: {uid: 7777}}
 * ssh_keys:
 *   mpihpc: {type: ed25519, trust: all}
 *   ubuntu:
 *     key_pair: false
 *     authorized: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5sLqsV6ysMkS5xhLFR9pVbWxnKVwDbzVGzWNhEXH3u me@laptop"]
 * }</pre>
 *
 * <p>{@code trust} takes {@code all}, groups and nodes. From each of these the same user may log in
 * here with the key of the user on that node, and this node knows that node's host keys under its
 * address and its names: with {@code trust: all} on all nodes, everybody reaches everybody, and the
 * own node, without a question. The public keys come from the nodes themselves; until a node has
 * published its own, the others are set up without it and report that they wait.
 *
 * <p>Ours are a block of {@code ~/.ssh/authorized_keys} and one of {@code
 * /etc/ssh/ssh_known_hosts}. They go when the entry leaves the inventory; the key pair stays. Other
 * lines of the two files stay, unless {@code exclusive: true} says that nobody else may log in.
 *
 * <p>It never reads, sends or replaces a private key, and never follows a symbolic link in a home.
 */
@NullMarked
package dev.plumbline.resources.ssh_keys;

import org.jspecify.annotations.NullMarked;
