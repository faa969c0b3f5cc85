@NullMarked
package dev.plumbline.controller.contact;

import org.jspecify.annotations.NullMarked;
