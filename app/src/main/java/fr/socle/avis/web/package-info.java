/** Pages of this block. */
@NullMarked
package fr.socle.avis.web;

import org.jspecify.annotations.NullMarked;
