/** The real port to SSH key pairs: ssh-keygen. */
@NullMarked
package dev.plumbline.agent.host.keypairs;

import org.jspecify.annotations.NullMarked;
