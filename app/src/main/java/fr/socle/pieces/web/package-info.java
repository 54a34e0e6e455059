/** Downloads, and the demonstration page. */
@NullMarked
package fr.socle.pieces.web;

import org.jspecify.annotations.NullMarked;
