/** What the house tells people: e-mails and messages on their pages, from an outbox. */
@ApplicationModule(
        displayName = "Notifications",
        allowedDependencies = {"kernel", "house", "ui", "ui :: access", "ui :: form", "ui :: api"})
@NullMarked
package fr.socle.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
