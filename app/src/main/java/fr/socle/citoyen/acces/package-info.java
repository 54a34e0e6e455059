/** How an organisation's agents and programs use data, for its data protection officer. */
@NullMarked
package fr.socle.citoyen.acces;

import org.jspecify.annotations.NullMarked;
