/** Federation of identities: citizens and agents, and who a person is inside Socle. */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {
            "kernel",
            "house",
            "house :: command",
            "ui",
            "ui :: access",
            "ui :: form",
            "ui :: api",
            "journal",
            "notifications",
            "directory",
            "pieces"
        })
@NullMarked
package fr.socle.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
