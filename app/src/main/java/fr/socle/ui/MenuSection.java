package fr.socle.ui;

/** What the administration's menu gathers, because a line for each page would be too many. */
public enum MenuSection {
    DONNEES("ui.section.donnees"),
    IDENTITE("ui.section.identite"),
    ORGANISATION("ui.section.organisation"),
    SUIVI("ui.section.suivi");

    private final String label;

    MenuSection(String label) {
        this.label = label;
    }

    /** Key of the message. */
    public String label() {
        return label;
    }
}
