/** The journal's commands: check a receipt, be a witness, check the whole journal. */
@NamedInterface("command")
@NullMarked
package fr.socle.journal.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
