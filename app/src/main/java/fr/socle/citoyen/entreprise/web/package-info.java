/** Pages of a company's file. */
@NullMarked
package fr.socle.citoyen.entreprise.web;

import org.jspecify.annotations.NullMarked;
