package fr.socle.identity.store;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How each part of the demonstration was told to behave. */
@Component
public class DemonstrationMoodStore {

    private final JdbcClient db;

    DemonstrationMoodStore(JdbcClient db) {
        this.db = db;
    }

    public Optional<String> find(String uid) {
        return db.sql("SELECT mood FROM identity.demonstration_mood WHERE uid = :uid")
                .param("uid", uid)
                .query(String.class)
                .optional();
    }

    public void write(String uid, String mood) {
        db.sql(
                        """
                        INSERT INTO identity.demonstration_mood (uid, mood) VALUES (:uid, :mood)
                        ON CONFLICT (uid) DO UPDATE SET mood = EXCLUDED.mood
                        """)
                .param("uid", uid)
                .param("mood", mood)
                .update();
    }
}
