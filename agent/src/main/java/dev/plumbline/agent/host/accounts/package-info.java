/** The real port to the local users and groups. */
@NullMarked
package dev.plumbline.agent.host.accounts;

import org.jspecify.annotations.NullMarked;
