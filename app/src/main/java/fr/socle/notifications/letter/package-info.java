/** From what a block says to a letter: text, HTML, headers' words. */
@NullMarked
package fr.socle.notifications.letter;

import org.jspecify.annotations.NullMarked;
