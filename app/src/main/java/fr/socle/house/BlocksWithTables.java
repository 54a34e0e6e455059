package fr.socle.house;

import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.core.ApplicationModuleIdentifier;
import org.springframework.modulith.runtime.flyway.MigrationFilter;
import org.springframework.stereotype.Component;

/**
 * Only blocks that have a {@code db} folder are migrated; the others would each get an empty
 * history table.
 */
@Component
class BlocksWithTables implements MigrationFilter {

    @Override
    public boolean shouldMigrate(ApplicationModuleIdentifier block, Flyway flyway) {
        return new ClassPathResource("fr/socle/" + block + "/db").exists();
    }
}
