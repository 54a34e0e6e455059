/** The operator's pages. */
@NullMarked
package fr.socle.identity.operator.web;

import org.jspecify.annotations.NullMarked;
