/** The journal's commands: check a receipt, be a witness, check the whole journal. */
@NullMarked
package fr.socle.journal.command;

import org.jspecify.annotations.NullMarked;
