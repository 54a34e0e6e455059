@NullMarked
package fr.socle.journal;

import org.jspecify.annotations.NullMarked;
