@NullMarked
package dev.plumbline.controller.agents;

import org.jspecify.annotations.NullMarked;
