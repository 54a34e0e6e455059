/** Programs of organisations: how they are let in, and how often they may ask. */
@NullMarked
package fr.socle.exchange.access;

import org.jspecify.annotations.NullMarked;
