/**
 * Carries out what the controller asks for, one request after the other, whether the controller is
 * there or not. Knows no transport.
 */
@NullMarked
package dev.plumbline.agent.work;

import org.jspecify.annotations.NullMarked;
