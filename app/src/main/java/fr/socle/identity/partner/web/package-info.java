/** Pages of those who connect a service. */
@NullMarked
package fr.socle.identity.partner.web;

import org.jspecify.annotations.NullMarked;
