/** The annuaire: organisations, services, agents, what each may do, and how agents enter. */
@ApplicationModule(
        displayName = "Directory",
        allowedDependencies = {
            "kernel",
            "house",
            "house :: command",
            "ui",
            "ui :: access",
            "ui :: form",
            "ui :: api",
            "journal",
            "notifications"
        })
@NullMarked
package fr.socle.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
