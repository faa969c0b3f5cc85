/**
 * Local users.
 *
 * <pre>{@code
 * users:
 *   mpihpc:
 *     uid: 7777
 *     groups: [sudo, docker]
 *     shell: /bin/bash
 *     sudo: nopasswd
 *   ann: {comment: Ann Example, password_hash: "$6$salt$Qk1jxRV4S9", groups: [adm]}
 *   guest: {state: absent}
 * }</pre>
 *
 * <p>What is not given is chosen for a new user (a group of the user's own, with the uid as its gid
 * where one is given; home {@code /home/NAME}; shell {@code /bin/bash}; no password that fits) and
 * left alone for one that exists. Groups are added to those that the user has, unless {@code
 * exclusive: true}. A group must be in the inventory, on the node, or come with a package: a user
 * who names a group of a package is made after the packages.
 *
 * <p>{@code sudo} is a file of ours under {@code /etc/sudoers.d}, which sudo itself has checked
 * before it is put in place. Without the key, and when the user leaves the inventory, that file
 * goes. The user stays, and so does the home of a user who is {@code absent}.
 *
 * <p>It never changes the uid or the home of a user who exists, never takes a uid that another user
 * has, and never writes {@code /etc/passwd} and its like: it calls useradd, usermod and chpasswd.
 */
@NullMarked
package dev.plumbline.resources.users;

import org.jspecify.annotations.NullMarked;
