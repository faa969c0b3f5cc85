/** JSON objects, key by key. */
@NullMarked
package dev.plumbline.agent.json;

import org.jspecify.annotations.NullMarked;
