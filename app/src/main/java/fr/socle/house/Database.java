package fr.socle.house;

/** The one PostgreSQL behind every node. */
public sealed interface Database extends AutoCloseable
        permits EmbeddedDatabase, NeighbourDatabase, ExternalDatabase {

    /** A JDBC address. */
    String url();

    String user();

    String password();

    @Override
    void close();
}
