/** The page of figures. */
@NullMarked
package fr.socle.exchange.web;

import org.jspecify.annotations.NullMarked;
