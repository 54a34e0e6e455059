/**
 * What the building needs before any block moves in: settings, the data folder, secrets, the
 * database, commands.
 */
@ApplicationModule(displayName = "House", allowedDependencies = "kernel")
@NullMarked
package fr.socle.house;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
