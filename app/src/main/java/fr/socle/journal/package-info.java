/** The append-only, verifiable record of everything done with a person's data, and its receipts. */
@ApplicationModule(
        displayName = "Journal",
        allowedDependencies = {
            "kernel",
            "house",
            "house :: command",
            "ui",
            "ui :: access",
            "ui :: form",
            "ui :: api"
        })
@NullMarked
package fr.socle.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
