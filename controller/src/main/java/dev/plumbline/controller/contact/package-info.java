/**
 * First contact: reaches nodes over the system's OpenSSH client and installs, or removes, the
 * agent.
 *
 * <p>Nothing secret stands on a command line, in the environment or in a file: SSH's password comes
 * out of a pipe in a private directory, sudo's goes to its standard input.
 */
@NullMarked
package dev.plumbline.controller.contact;

import org.jspecify.annotations.NullMarked;
