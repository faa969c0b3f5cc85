@NullMarked
package dev.plumbline.controller.reconcile;

import org.jspecify.annotations.NullMarked;
