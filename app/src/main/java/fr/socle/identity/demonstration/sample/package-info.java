/**
 * Sample services, in demonstration only: one of each contract. They stand outside the federation,
 * reach it over HTTP alone, and show what it gave them.
 */
@NullMarked
package fr.socle.identity.demonstration.sample;

import org.jspecify.annotations.NullMarked;
