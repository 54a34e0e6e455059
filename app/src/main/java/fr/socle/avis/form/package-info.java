/** The forms of a service: what each asks, in which version, and who may show it. */
@NullMarked
package fr.socle.avis.form;

import org.jspecify.annotations.NullMarked;
