/** What an operator does, for machines. */
@NullMarked
package fr.socle.identity.operator.api;

import org.jspecify.annotations.NullMarked;
