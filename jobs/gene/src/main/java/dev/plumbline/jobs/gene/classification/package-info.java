/**
 * How well few genes tell two classes apart: diagonal linear discriminants with the genes that
 * differ most, selected within each training set, in nested, stratified, repeated cross-validation.
 */
@NullMarked
package dev.plumbline.jobs.gene.classification;

import org.jspecify.annotations.NullMarked;
