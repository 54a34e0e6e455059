/** Commands for the operator. */
@NamedInterface("command")
@NullMarked
package fr.socle.exchange.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
