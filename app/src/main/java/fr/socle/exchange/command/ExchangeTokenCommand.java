package fr.socle.exchange.command;

import fr.socle.directory.Actor;
import fr.socle.exchange.access.ConsumerForm;
import fr.socle.exchange.access.Consumers;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Command;
import fr.socle.house.command.House;
import fr.socle.house.command.Options;
import fr.socle.house.command.UsageError;
import fr.socle.ui.Dictionary;
import fr.socle.ui.form.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.util.LinkedMultiValueMap;

/** {@code ./socle exchange-token}: lets programs of organisations ask for data, and stops them. */
public final class ExchangeTokenCommand implements Command {

    @Override
    public String name() {
        return "exchange-token";
    }

    @Override
    public Options options() {
        return House.SETTINGS.and(Options.valued("--months", "--keys", "--editor", "--networks"));
    }

    @Override
    public int run(Arguments arguments, House house) {
        var words = arguments.words();
        var editor = arguments.value("--editor");
        var issue =
                words.size() == (editor.isPresent() ? 2 : 3) && words.getFirst().equals("issue");
        if (!issue && !(words.size() == 2 && words.getFirst().equals("revoke"))) {
            throw new UsageError("il faut « issue HABILITATION INTITULÉ » ou « revoke NUMÉRO »");
        }
        var form = new LinkedMultiValueMap<String, String>();
        form.add("mois", arguments.value("--months").orElse("" + Consumers.LONGEST_MONTHS));
        arguments.value("--keys").ifPresent(it -> form.add("cles", text(it)));
        arguments.value("--networks").ifPresent(it -> form.add("reseaux", it));
        editor.ifPresent(it -> form.add("editeur", it));
        try (var application = house.open(arguments)) {
            if (issue) {
                if (editor.isEmpty()) {
                    form.add("habilitation", words.get(1));
                }
                form.add("label", words.getLast());
                issue(application, Form.of(form), house);
            } else {
                revoke(application, words.get(1), house);
            }
        }
        return 0;
    }

    private static void issue(ApplicationContext application, Form form, House house) {
        var draft = application.getBean(ConsumerForm.class).read(form).orElse(null);
        if (draft == null) {
            var error = form.errors().getFirst();
            var words = application.getBean(Dictionary.class).french();
            throw new UsageError("« " + error.field() + " » : " + words.of(error.refusal()));
        }
        var issued = application.getBean(Consumers.class).issue(Actor.CONSOLE, draft);
        house.out().println("numéro : " + issued.consumer().id());
        issued.token().ifPresent(house.out()::println);
    }

    private static void revoke(ApplicationContext application, String text, House house) {
        var id = number(text);
        if (id == null || !application.getBean(Consumers.class).revoke(Actor.CONSOLE, id)) {
            throw new UsageError("aucun jeton en cours ne porte le numéro « " + text + " »");
        }
        house.out().println(id + " : révoqué");
    }

    private static @Nullable UUID number(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException unreadable) {
            throw new UsageError("le fichier « " + file + " » ne peut pas être lu");
        }
    }
}
