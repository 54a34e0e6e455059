/** Pages of this block. */
@NullMarked
package fr.socle.portal.web;

import org.jspecify.annotations.NullMarked;
