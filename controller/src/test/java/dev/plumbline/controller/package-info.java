@NullMarked
package dev.plumbline.controller;

import org.jspecify.annotations.NullMarked;
