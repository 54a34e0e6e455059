/** Pages of the Observatoire, for everybody and for who lists procedures. */
@NullMarked
package fr.socle.avis.observatoire.web;

import org.jspecify.annotations.NullMarked;
