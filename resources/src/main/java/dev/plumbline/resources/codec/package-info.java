/**
 * From trees to records and back: one reflective codec, canonical JSON, and the description of a
 * spec from which schema and docs are made.
 */
@NullMarked
package dev.plumbline.resources.codec;

import org.jspecify.annotations.NullMarked;
