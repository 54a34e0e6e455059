/** Services that their own organisation connects, tries out and watches. */
@NullMarked
package fr.socle.identity.partner;

import org.jspecify.annotations.NullMarked;
