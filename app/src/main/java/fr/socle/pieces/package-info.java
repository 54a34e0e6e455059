/**
 * Attachments: streamed in, typed by their bytes, encrypted at rest, held until clean, read by whom
 * their owner allows, purged on time.
 */
@ApplicationModule(
        displayName = "Pièces jointes",
        allowedDependencies = {"kernel", "house", "ui", "ui :: access", "ui :: form", "journal"})
@NullMarked
package fr.socle.pieces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
