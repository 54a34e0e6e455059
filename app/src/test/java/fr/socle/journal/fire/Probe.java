package fr.socle.journal.fire;

import fr.socle.ui.access.Public;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An address for machines that needs the database. */
@TestComponent
@RestController
@Public
class Probe {

    private final JdbcClient db;

    Probe(JdbcClient db) {
        this.db = db;
    }

    @GetMapping("/api/essai")
    int one() {
        return db.sql("SELECT 1").query(Integer.class).single();
    }
}
