/** Promises of the block. */
@NullMarked
package fr.socle.pieces.web;

import org.jspecify.annotations.NullMarked;
