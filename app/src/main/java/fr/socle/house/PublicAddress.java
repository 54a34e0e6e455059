package fr.socle.house;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Where the house is reached from outside, once it listens: the address that the operator set, else
 * this machine at the port that was really opened.
 */
@Component
public class PublicAddress {

    private final HouseSettings settings;
    private volatile int port;

    PublicAddress(HouseSettings settings) {
        this.settings = settings;
        this.port = settings.port();
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        port = event.getWebServer().getPort();
    }

    /** Without final slash. */
    public String value() {
        return settings.address() == null ? "http://localhost:" + port : settings.publicAddress();
    }

    /** An address of this house: its path after {@link #value()}. */
    public String of(String path) {
        return value() + path;
    }
}
