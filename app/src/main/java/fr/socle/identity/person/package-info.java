/** Who a person is: reconciliation of civil statuses, pairwise subjects. */
@NullMarked
package fr.socle.identity.person;

import org.jspecify.annotations.NullMarked;
