package fr.socle.notifications;

import fr.socle.notifications.letter.DigestHour;
import fr.socle.notifications.letter.LetterWriter;
import fr.socle.notifications.letter.Said;
import fr.socle.notifications.outbox.DigestItems;
import fr.socle.notifications.outbox.Letter;
import fr.socle.notifications.outbox.Notices;
import fr.socle.notifications.outbox.Outbox;
import fr.socle.notifications.outbox.Shelves;
import fr.socle.notifications.preferences.Categories;
import fr.socle.notifications.preferences.Preferences;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Renders what is said, where each person wants to hear it. */
@Service
class HouseNotifications implements Notifications {

    private final Categories categories;
    private final Preferences preferences;
    private final LetterWriter writer;
    private final Shelves shelves;
    private final Clock clock;

    HouseNotifications(
            Categories categories,
            Preferences preferences,
            LetterWriter writer,
            Shelves shelves,
            Clock clock) {
        this.categories = categories;
        this.preferences = preferences;
        this.writer = writer;
        this.shelves = shelves;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Message message) {
        categories.check(message.mail().category());
        var now = clock.instant();
        if (!shelves.keys().take(message.key(), now)) {
            return;
        }
        var said = writer.said(message.mail(), message.recipient());
        if (message.channels().contains(Message.Channel.IN_APP)) {
            notices().write(UUID.randomUUID(), message.recipient().id(), said, now);
        }
        if (message.channels().contains(Message.Channel.EMAIL)) {
            byMail(message.recipient(), message.mail().category(), said, now);
        }
    }

    private void byMail(Recipient to, Category category, Said said, Instant now) {
        switch (preferences.of(to.id(), category)) {
            case IMMEDIATE -> outbox().write(letter(to, category, said), now);
            case DAILY ->
                    digest().write(
                                    UUID.randomUUID(),
                                    to,
                                    category.code(),
                                    said,
                                    now,
                                    DigestHour.after(now));
            case NEVER -> {}
        }
    }

    private Letter letter(Recipient to, Category category, Said said) {
        return Letter.of(UUID.randomUUID(), to, category, writer.letter(said, to, category));
    }

    @Override
    public int unread(UUID recipient) {
        return notices().unread(recipient);
    }

    @Override
    public List<Notice> notices(UUID recipient, int limit) {
        return notices().newest(recipient, limit);
    }

    @Override
    public boolean markRead(UUID recipient, UUID notice) {
        return notices().markRead(recipient, notice, clock.instant());
    }

    @Override
    public void markAllRead(UUID recipient) {
        notices().markAllRead(recipient, clock.instant());
    }

    @Override
    @Transactional
    public void forget(UUID recipient) {
        shelves.oblivion().forget(recipient);
    }

    private Outbox outbox() {
        return shelves.outbox();
    }

    private Notices notices() {
        return shelves.notices();
    }

    private DigestItems digest() {
        return shelves.digest();
    }
}
