package fr.socle.identity.usager;

import fr.socle.notifications.Action;
import fr.socle.notifications.Category;
import fr.socle.notifications.Mail;
import fr.socle.ui.Words;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What persons and operators are told by e-mail about sign-ins, preferences and frauds. */
sealed interface Letters extends Mail {

    /** Nobody refuses them: they keep an account safe. How often is a preference of the person. */
    Category SIGN_IN = new Category("identity.connexion", true);

    Category SETTINGS = new Category("identity.reglages", true);
    Category FRAUD = new Category("identity.signalement", true);
    Category FRAUD_DESK = new Category("identity.signalement-a-traiter", false);

    /** Somebody signed in to a service in the person's name. */
    record SignedIn(
            String service,
            String provider,
            Browser browser,
            boolean newDevice,
            Instant at,
            String code,
            URI report)
            implements Letters {

        @Override
        public Category category() {
            return SIGN_IN;
        }

        @Override
        public String subject(Words words) {
            return words.of("identity.mine.mail.sign-in.subject", service);
        }

        @Override
        public List<String> paragraphs(Words words) {
            var said = new ArrayList<String>();
            said.add(
                    words.of(
                            "identity.mine.mail.sign-in.what",
                            words.moment(at),
                            service,
                            provider,
                            browser.said(words)));
            if (newDevice) {
                said.add(words.of("identity.mine.mail.sign-in.new-device"));
            }
            said.add(words.of("identity.mine.mail.sign-in.you"));
            said.add(words.of("identity.mine.mail.sign-in.not-you", code));
            return said;
        }

        @Override
        public Optional<Action> action(Words words) {
            return Optional.of(new Action(words.of("identity.mine.mail.sign-in.action"), report));
        }
    }

    /** The person's preferences changed. */
    record Changed(List<Change> changes, URI page) implements Letters {

        public Changed {
            changes = List.copyOf(changes);
        }

        @Override
        public Category category() {
            return SETTINGS;
        }

        @Override
        public String subject(Words words) {
            return words.of("identity.mine.mail.settings.subject");
        }

        @Override
        public List<String> paragraphs(Words words) {
            var said = new ArrayList<String>();
            said.add(words.of("identity.mine.mail.settings.what"));
            changes.forEach(it -> said.add(it.said(words)));
            said.add(words.of("identity.mine.mail.settings.not-you"));
            return said;
        }

        @Override
        public Optional<Action> action(Words words) {
            return Optional.of(new Action(words.of("identity.mine.mail.settings.action"), page));
        }
    }

    /**
     * What becomes of a report.
     *
     * @param step {@code recu}, {@code pris-en-charge} or {@code clos}
     * @param outcome what the operator wrote, or empty
     */
    record FraudStep(String number, String step, String outcome) implements Letters {

        @Override
        public Category category() {
            return FRAUD;
        }

        @Override
        public String subject(Words words) {
            return words.of("identity.mine.mail.fraud." + step + ".subject", number);
        }

        @Override
        public List<String> paragraphs(Words words) {
            var said = new ArrayList<String>();
            said.add(words.of("identity.mine.mail.fraud." + step + ".what", number));
            if (!outcome.isEmpty()) {
                said.add(outcome);
            }
            return said;
        }
    }

    /** Reports wait for whoever handles them. */
    record FraudWaits(URI list) implements Letters {

        @Override
        public Category category() {
            return FRAUD_DESK;
        }

        @Override
        public String subject(Words words) {
            return words.of("identity.mine.mail.fraud-desk.subject");
        }

        @Override
        public List<String> paragraphs(Words words) {
            return List.of(words.of("identity.mine.mail.fraud-desk.what"));
        }

        @Override
        public Optional<Action> action(Words words) {
            return Optional.of(new Action(words.of("identity.mine.mail.fraud-desk.action"), list));
        }
    }
}
