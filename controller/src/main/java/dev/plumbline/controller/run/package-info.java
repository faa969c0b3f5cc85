/**
 * Runs: plan, apply and drift. A run holds what the reconciler needs to know, carries out what it
 * decides, and tells its caller what happens, in the order in which it happens.
 */
@NullMarked
package dev.plumbline.controller.run;

import org.jspecify.annotations.NullMarked;
