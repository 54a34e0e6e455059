/** Files that their persons had protected, because somebody may seek them. */
@NullMarked
package fr.socle.citoyen.protection;

import org.jspecify.annotations.NullMarked;
