package fr.socle;

import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;

/** Tells on the terminal how far the start has come. */
record StartProgress(PrintStream out) implements ApplicationListener<ApplicationEvent> {

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        switch (event) {
            case ApplicationPreparedEvent _ -> out.println("  base de données, tables…");
            case WebServerInitializedEvent server ->
                    out.println("  pages sur le port " + server.getWebServer().getPort());
            case ApplicationStartedEvent _ ->
                    out.println("  journal, courriels, pièces : en marche");
            default -> {}
        }
    }
}
