/** What a caller may ask of the pages of Spark that the controller reaches. Plain data. */
@NullMarked
package dev.plumbline.controller.client.page;

import org.jspecify.annotations.NullMarked;
