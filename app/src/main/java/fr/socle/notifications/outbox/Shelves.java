package fr.socle.notifications.outbox;

import org.springframework.stereotype.Component;

/** The tables in which a message can be put, together. */
@Component
public record Shelves(
        UsedKeys keys, Outbox outbox, Notices notices, DigestItems digest, Oblivion oblivion) {}
