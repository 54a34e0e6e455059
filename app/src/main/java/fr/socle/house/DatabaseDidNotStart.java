package fr.socle.house;

import java.nio.file.Path;

/** Our own PostgreSQL did not come up. */
public final class DatabaseDidNotStart extends RuntimeException {

    DatabaseDidNotStart(Path log, Exception cause) {
        super("la base de données intégrée n’a pas démarré ; elle dit pourquoi dans " + log, cause);
    }
}
