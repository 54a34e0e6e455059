package fr.socle.identity.usager.web;

import fr.socle.identity.usager.Device;
import fr.socle.ui.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The devices at which a person signed in.
 *
 * @param present the one that they use now, or null
 * @param done the key of what was done, or null
 */
public record DevicesPage(List<Device> devices, @Nullable UUID present, @Nullable String done)
        implements Page {

    public DevicesPage {
        devices = List.copyOf(devices);
    }
}
