/** The providers behind a federation, reached over HTTP as a client. */
@NullMarked
package fr.socle.identity.broker;

import org.jspecify.annotations.NullMarked;
