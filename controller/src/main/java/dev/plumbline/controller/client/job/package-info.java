/** What a caller may ask of the controller about jobs, and what it hears. Plain data. */
@NullMarked
package dev.plumbline.controller.client.job;

import org.jspecify.annotations.NullMarked;
