/** A procedure's fields as a form: what it shows, what is typed again, what was typed. */
@NullMarked
package fr.socle.demarches.web.form;

import org.jspecify.annotations.NullMarked;
