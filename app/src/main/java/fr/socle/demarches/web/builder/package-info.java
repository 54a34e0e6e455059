/** The pages on which builders make procedures, and the page that presents one to everybody. */
@NullMarked
package fr.socle.demarches.web.builder;

import org.jspecify.annotations.NullMarked;
