/** A person's pages about their own identity, and the operator's about frauds. */
@NullMarked
package fr.socle.identity.usager.web;

import org.jspecify.annotations.NullMarked;
