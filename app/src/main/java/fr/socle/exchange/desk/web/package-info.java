/** The operator's data providers, for people. */
@NullMarked
package fr.socle.exchange.desk.web;

import org.jspecify.annotations.NullMarked;
