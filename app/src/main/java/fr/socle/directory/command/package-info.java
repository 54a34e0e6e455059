/** The directory's command: a token, or an address, for who has the machine. */
@NamedInterface("command")
@NullMarked
package fr.socle.directory.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
