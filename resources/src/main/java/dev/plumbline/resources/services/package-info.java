/**
 * The services of a node, and its other systemd units: sockets, timers, mounts.
 *
 * <pre>{@code
 * state:
 *   files:
 *     /etc/ssh/sshd_config.d/cluster.conf: "PasswordAuthentication no\n"
 *   services:
 *     ssh: {enabled: true, running: true, reload_on: "file[/etc/ssh/sshd_config.d/cluster.conf]"}
 *     docker: {enabled: true, running: true}
 *     apt-daily.timer: {enabled: false, running: false}
 *     cups: {masked: true, running: false}
 * }</pre>
 *
 * <p>A name without a dot is that of a service: {@code ssh} is {@code ssh.service}. Aliases are
 * fine. Only what is said is managed: without {@code running}, the service may run or not.
 *
 * <p>{@code restart_on} and {@code reload_on} name resources of the same node. Once one of them has
 * changed, the running service is restarted, or reads its configuration again; that is a step of
 * the plan, and it is still owed if the apply ends before it. A service that the same apply starts
 * is not restarted on top of that.
 *
 * <p>A unit that does not exist is fine for {@code running: false} and {@code enabled: false}. A
 * service comes after the packages of its node, and after files of its own under {@code
 * /etc/systemd/system}, so it may come with them. What starts a unit on demand, such as its socket,
 * is a unit of its own and is left alone unless it is named too. The agent never restarts itself.
 */
@NullMarked
package dev.plumbline.resources.services;

import org.jspecify.annotations.NullMarked;
