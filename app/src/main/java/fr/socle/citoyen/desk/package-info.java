/** Pages for those who answer for an organisation's use of data. */
@NullMarked
package fr.socle.citoyen.desk;

import org.jspecify.annotations.NullMarked;
