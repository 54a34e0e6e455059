/**
 * The contract of API Particulier and API Entreprise, version 3 and later, as consumers know it.
 */
@NullMarked
package fr.socle.exchange.api;

import org.jspecify.annotations.NullMarked;
