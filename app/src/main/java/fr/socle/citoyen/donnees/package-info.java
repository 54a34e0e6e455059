/** What providers hold about a person, fetched for that person alone. */
@NullMarked
package fr.socle.citoyen.donnees;

import org.jspecify.annotations.NullMarked;
