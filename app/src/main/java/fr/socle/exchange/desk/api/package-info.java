/** The operator's data providers, for machines. */
@NullMarked
package fr.socle.exchange.desk.api;

import org.jspecify.annotations.NullMarked;
