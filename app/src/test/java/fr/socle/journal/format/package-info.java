@NullMarked
package fr.socle.journal.format;

import org.jspecify.annotations.NullMarked;
