package fr.socle;

import fr.socle.house.Settings;
import fr.socle.house.SettingsKeys;
import fr.socle.house.command.Arguments;
import fr.socle.house.command.Command;
import fr.socle.house.command.House;
import fr.socle.house.command.Options;
import fr.socle.house.command.UsageError;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;

/**
 * {@code ./socle rehearse}: starts, shows itself a few pages and stops. The launcher calls it when
 * it builds, so that the JVM keeps what such a start loads (JEP 514).
 */
final class RehearseCommand implements Command {

    private static final List<String> PAGES =
            List.of("/", "/journal", "/journal/1/checkpoint", "/administration", "/nulle-part");

    /** Once is not enough for the JVM to see what is used often. */
    private static final int TIMES = 20;

    @Override
    public String name() {
        return "rehearse";
    }

    @Override
    public Options options() {
        return Options.valued("--data");
    }

    /**
     * Neither a file nor a variable is read: a rehearsal must not play on the operator's database.
     */
    @Override
    public int run(Arguments arguments, House house) throws IOException {
        var data =
                arguments
                        .value("--data")
                        .orElseThrow(() -> new UsageError("il faut --data, un dossier vide"));
        var settings = new Settings(SettingsKeys.onClassPath()).set("data", data).set("port", "0");
        try (var context = StartCommand.open(settings, house.out())) {
            var port = context.getEnvironment().getRequiredProperty("local.server.port");
            for (var time = 0; time < TIMES; time++) {
                for (var page : PAGES) {
                    read(URI.create("http://localhost:" + port + page));
                }
            }
        }
        return 0;
    }

    private static void read(URI page) throws IOException {
        var connection = (HttpURLConnection) page.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        var answer =
                connection.getResponseCode() < 400
                        ? connection.getInputStream()
                        : connection.getErrorStream();
        try (answer) {
            if (answer != null) {
                answer.readAllBytes();
            }
        }
    }
}
