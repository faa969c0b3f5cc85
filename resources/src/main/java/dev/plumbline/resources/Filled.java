package dev.plumbline.resources;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component that is no key of the inventory: {@link Expandable#expand} or {@link
 * Linked#link} fills it in, and it travels with the spec. It is a list, a map or an {@link
 * java.util.Optional}, and empty before.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Filled {}
