/**
 * YAML into trees of values with line and column. The only package that knows SnakeYAML.
 *
 * <p>The parser's events are read directly: scalars keep the text that was written (the record that
 * they end in gives the type, so {@code no} stays a text), aliases are counted while they expand,
 * and every problem has its place.
 */
@NullMarked
package dev.plumbline.inventory.yaml;

import org.jspecify.annotations.NullMarked;
