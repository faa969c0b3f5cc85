/** What users and groups have in common: how names and numbers look, and what every node has. */
@NullMarked
package dev.plumbline.resources.account;

import org.jspecify.annotations.NullMarked;
