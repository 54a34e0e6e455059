package fr.socle.house;

import java.util.Objects;

/** A PostgreSQL that somebody else runs. */
record ExternalDatabase(String url, String user, String password) implements Database {

    static ExternalDatabase of(HouseSettings settings, String url) {
        return new ExternalDatabase(
                url.startsWith("jdbc:") ? url : "jdbc:" + url,
                Objects.requireNonNullElse(settings.databaseUser(), ""),
                Objects.requireNonNullElse(settings.databasePassword(), ""));
    }

    @Override
    public void close() {
        // It is not ours to stop.
    }
}
