package fr.socle.notifications;

import fr.socle.notifications.delivery.Delivery;
import fr.socle.notifications.delivery.Post;
import fr.socle.notifications.outbox.Letter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A way out that remembers what it was given and answers as the test says. */
final class RecordingPost implements Post {

    final List<Letter> letters = new CopyOnWriteArrayList<>();
    private volatile Function<Letter, Delivery> answer = _ -> new Delivery.Accepted();

    RecordingPost answering(Function<Letter, Delivery> answer) {
        this.answer = answer;
        return this;
    }

    @Override
    public Optional<Conversation> open() {
        return Optional.of(
                new Conversation() {
                    @Override
                    public Delivery deliver(Letter letter) {
                        letters.add(letter);
                        return answer.apply(letter);
                    }

                    @Override
                    public void close() {
                        // There is no connection.
                    }
                });
    }
}
