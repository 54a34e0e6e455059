package fr.socle.journey;

import java.util.List;

/** A demonstration: its city, its agents, its made-up persons whom anyone may be. */
final class DemonstrationStage implements Stage {

    static final String DEMARCHE = "Tarif de la restauration scolaire";
    static final String CITY = "agent@beaumont.example";
    static final String IN_CHARGE = "Inès Marchal";

    private static final String ELSEWHERE = "Awa Sorel";

    @Override
    public String demarche() {
        return DEMARCHE;
    }

    @Override
    public Screen usager(Screen asking, String person) {
        return Doors.usager(asking, person);
    }

    @Override
    public Browser elsewhere(Browser fresh) {
        Doors.agent(fresh, CITY, ELSEWHERE).saying(ELSEWHERE);
        return fresh;
    }

    @Override
    public Browser inCharge(Browser fresh) {
        Doors.agent(fresh, CITY, IN_CHARGE).saying(IN_CHARGE);
        return fresh;
    }

    @Override
    public List<String> agents() {
        return List.of(IN_CHARGE, ELSEWHERE);
    }

    @Override
    public boolean demonstration() {
        return true;
    }
}
