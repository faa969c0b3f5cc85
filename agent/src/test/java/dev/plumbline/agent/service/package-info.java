@NullMarked
package dev.plumbline.agent.service;

import org.jspecify.annotations.NullMarked;
