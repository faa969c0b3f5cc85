@NullMarked
package dev.plumbline.agent.host.accounts;

import org.jspecify.annotations.NullMarked;
