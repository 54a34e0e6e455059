package fr.socle.bench.measure;

import fr.socle.Socle;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application in this process, without its pages and with its background work, on a
 * durable PostgreSQL of its own in the data folder.
 */
public final class Node {

    private Node() {}

    public static ConfigurableApplicationContext open(Path data) {
        Locale.setDefault(Locale.FRENCH);
        return new SpringApplicationBuilder(Socle.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run("--socle.data=" + data, "--socle.background=true");
    }
}
