/** What a command of {@code ./socle} is made of. Blocks bring their own. */
@NamedInterface("command")
@NullMarked
package fr.socle.house.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
