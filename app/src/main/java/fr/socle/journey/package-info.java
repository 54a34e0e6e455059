/**
 * The main journey, lived by a program: an HTTP client without JavaScript that starts at the front
 * door, follows links and fills forms, and says at which step something else happened than it
 * expected.
 */
@ApplicationModule(
        displayName = "Journey",
        allowedDependencies = {"house :: command", "journal :: command"})
@NullMarked
package fr.socle.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
