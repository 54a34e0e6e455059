/** Pages and protocol addresses. */
@NullMarked
package fr.socle.identity.web;

import org.jspecify.annotations.NullMarked;
