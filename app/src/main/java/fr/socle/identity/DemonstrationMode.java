package fr.socle.identity;

import fr.socle.house.HouseSettings;
import fr.socle.ui.UiSettings;
import org.springframework.stereotype.Component;

/** Whether made-up providers and persons exist: never in production, whatever else is set. */
@Component
public record DemonstrationMode(UiSettings ui, HouseSettings house) {

    public boolean on() {
        return ui.demonstration() && !house.production();
    }
}
