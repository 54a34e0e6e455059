package fr.socle.demarches.web.expert;

import fr.socle.demarches.expert.AvisExpert;
import fr.socle.demarches.expert.Doors;
import fr.socle.demarches.expert.Doors.Door;
import fr.socle.ui.Page;
import org.jspecify.annotations.Nullable;

/** What an expert's link leads to; nothing in it tells about the usager. */
public record ExpertPage(Door door, String code) implements Page {

    public Doors.@Nullable Open open() {
        return door instanceof Doors.Open it ? it : null;
    }

    public AvisExpert.@Nullable Rendu rendu() {
        return door instanceof Doors.Answered it ? it.rendu() : null;
    }

    /** The message that says where the request stands. */
    public String state() {
        return switch (door) {
            case Doors.Open _ -> "demarches.expert.open";
            case Doors.Answered _ -> "demarches.expert.answered";
            case Doors.Closed _ -> "demarches.expert.closed";
            case Doors.Unknown _ -> "demarches.expert.unknown";
        };
    }

    @Override
    public int status() {
        return switch (door) {
            case Doors.Open _, Doors.Answered _ -> 200;
            case Doors.Closed _ -> 410;
            case Doors.Unknown _ -> 404;
        };
    }

    /** Nothing: the code opens the dossier. */
    @Override
    public String toString() {
        return "ExpertPage[hidden]";
    }
}
