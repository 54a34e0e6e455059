/**
 * What an operator of the federations does: providers, services, persons shut out, announcements,
 * keys, figures; and how he proves who he is before he may.
 */
@NullMarked
package fr.socle.identity.operator;

import org.jspecify.annotations.NullMarked;
