/**
 * Networks that span the nodes of the swarm, so that containers on different nodes reach each other
 * by name.
 *
 * <pre>{@code
 * state:
 *   docker: {}
 *   swarm: {role: manager, advertise: "${node.address}"}
 *   overlay_networks:
 *     sparknet: {attachable: true}
 *     backend: {subnet: 10.20.0.0/16, encrypted: true, internal: true}
 *     old: {state: absent}
 * }</pre>
 *
 * <p>They belong to the swarm and are made by its managers: say them of the group of managers. Only
 * what is said is managed; of the rest, and where nothing is said, Docker decides: the subnet is
 * chosen by Docker, and only containers of services may use the network unless it is {@code
 * attachable}.
 *
 * <p>Docker cannot change a network. One that is to be otherwise is removed and made anew if
 * nothing uses it; if something does, the apply says what, and leaves all as it is. A network of
 * another driver that has the name is never touched.
 */
@NullMarked
package dev.plumbline.resources.overlay_networks;

import org.jspecify.annotations.NullMarked;
