/**
 * What a procedure asks: its fields, their conditions, their answers. Pure: no database, no page.
 */
@NullMarked
package fr.socle.demarches.definition;

import org.jspecify.annotations.NullMarked;
