/** Pages of this block. */
@NullMarked
package fr.socle.citoyen.web;

import org.jspecify.annotations.NullMarked;
